import { describe, expect, test } from 'vitest'
import { nextStatuses } from '@/lib/list/next-statuses'
import { hasNoResponse } from '@/lib/list/no-response'
import { ENTRY_STATUSES } from '@/lib/list/status'
import { STATUS_WORDS } from '@/lib/list/status-words'

describe('what comes next', () => {
  test.each(ENTRY_STATUSES)('after %s: every other status can be recorded, and it never again', (status) => {
    const { usual, other } = nextStatuses(status)
    expect(new Set([...usual, ...other])).toEqual(new Set(ENTRY_STATUSES.filter((one) => one !== status)))
    expect(usual.length + other.length).toBe(ENTRY_STATUSES.length - 1)
  })

  test('an application sent is followed first by an answer', () => {
    expect(nextStatuses('applied').usual[0]).toBe('interview_invited')
  })

  test('every status has a word of its own', () => {
    const labels = ENTRY_STATUSES.map((status) => STATUS_WORDS[status].label)
    expect(new Set(labels).size).toBe(ENTRY_STATUSES.length)
  })
})

describe('no response', () => {
  const applied = { status: 'applied', statusOn: '2027-09-02' } as const
  const review = '2027-09-22'
  test.each([
    ['before six weeks of review', applied, review, '2027-11-02', false],
    ['six weeks after review opened', applied, review, '2027-11-03', true],
    ['six weeks after applying late', { ...applied, statusOn: '2027-10-20' }, review, '2027-11-30', false],
    ['when review is not announced, from applying', applied, null, '2027-10-14', true],
    ['after an answer', { status: 'rejected', statusOn: '2027-09-30' } as const, review, '2028-01-01', false],
    [
      'while only considering',
      { status: 'considering', statusOn: null } as const,
      review,
      '2028-01-01',
      false,
    ],
  ])('%s', (_, entry, reviewOpens, today, expected) => {
    expect(hasNoResponse(entry, { reviewOpens, today })).toBe(expected)
  })
})
