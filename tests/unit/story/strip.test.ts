import { expect, test } from 'vitest'
import { storyItems } from '@/lib/story/items'
import { storyStrip } from '@/lib/story/strip'
import { buildAttempt } from '@/tests/factories/applicant'
import { buildRecord } from '@/tests/factories/story'

test('a statement stands with the letters on the day of its last change, and the line of time reaches to it', () => {
  const record = buildRecord(
    { attempts: [buildAttempt({ exam: 'step1', takenOn: '2025-08-19' })] },
    { statements: [{ id: 's', title: 'Pediatrics and genetics', changedOn: '2027-08-02' }] },
  )
  const strip = storyStrip(record, storyItems(record), '2026-11-22')
  const lane = strip.lanes.find(({ key }) => key === 'letters')
  expect(lane?.marks).toMatchObject([
    {
      label: 'Personal statement “Pediatrics and genetics”',
      span: { startOn: '2027-08-02' },
      isPlanned: false,
    },
  ])
  expect(strip.to > '2027-08-02').toBe(true)
  // No sentence can rest on it.
  expect(storyItems(record).some(({ key }) => key.startsWith('statement:'))).toBe(false)
})
