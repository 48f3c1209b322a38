import { describe, expect, it } from 'vitest'

import { interviewDatedThings } from '@/lib/interviews/dated-things'
import { interviewDesk } from '@/lib/interviews/desk'
import type { Interview } from '@/lib/interviews/interview'
import { meetingOf } from '@/lib/interviews/times'
import { nightWords } from '@/lib/interviews/words'

const INTERVIEW: Interview = {
  id: 'i1',
  entryId: 'e1',
  programId: 'p1',
  state: 'invited',
  format: 'video',
  zone: 'America/New_York',
  booked: null,
  minutes: null,
  invitedAt: '2026-11-20T12:00:00.000Z',
  isInvitedHourKnown: true,
  replyBy: null,
  slots: [],
  thankYou: 'open',
  thankYouOn: null,
  thanksContactId: null,
  hasImpressions: false,
}
const booked = { date: '2026-12-08', time: '09:00', pass: null }
const things = (more: Partial<Interview>) =>
  interviewDatedThings([{ ...INTERVIEW, ...more }], () => 'Utah').map(({ id, on, at, isDone }) => [
    id,
    on ?? at,
    isDone,
  ])

describe('what reminders know of an interview', () => {
  it('is the answer while it waits, the talk once booked, and the thanks after it', () => {
    expect(things({})).toEqual([['answer-i1', '2026-11-22T12:00:00.000Z', false]])
    expect(things({ state: 'scheduled', booked })).toEqual([['talk-i1', '2026-12-08T14:00:00.000Z', false]])
    expect(things({ state: 'done', booked })).toEqual([
      ['talk-i1', '2026-12-08T14:00:00.000Z', true],
      ['thanks-i1', '2026-12-09', false],
    ])
    expect(things({ state: 'done', booked, thankYou: 'not_wanted' })).toHaveLength(1)
    expect(things({ state: 'done', booked, thankYou: 'sent', thankYouOn: '2026-12-09' })[1]).toEqual([
      'thanks-i1',
      '2026-12-09',
      true,
    ])
  })

  it('keeps its id when its time moves, and is nothing once declined', () => {
    const moved = things({ state: 'scheduled', booked: { ...booked, date: '2026-12-10' } })
    expect(moved).toEqual([['talk-i1', '2026-12-10T14:00:00.000Z', false]])
    expect(things({ state: 'declined', booked })).toEqual([])
  })
})

describe('the desk', () => {
  const desk = (list: Interview[], now: string) =>
    interviewDesk(list, { viewerZone: 'Asia/Kathmandu', now, stateOf: () => 'UT' })

  it('puts the most urgent answer first, and one without a clock last', () => {
    const list = [
      { ...INTERVIEW, id: 'none', invitedAt: null },
      { ...INTERVIEW, id: 'late', invitedAt: '2026-11-21T12:00:00.000Z' },
      INTERVIEW,
    ]
    expect(desk(list, '2026-11-21T13:00:00.000Z').waiting.map(({ interview }) => interview.id)).toEqual([
      'i1',
      'late',
      'none',
    ])
  })

  it('asks about a talk that is over and not yet said to be held', () => {
    const scheduled = { ...INTERVIEW, state: 'scheduled' as const, booked, minutes: 60 }
    expect(desk([scheduled], '2026-12-08T14:30:00.000Z').ahead).toHaveLength(1)
    expect(desk([scheduled], '2026-12-08T15:00:00.000Z').unsaid).toHaveLength(1)
  })
})

describe('the hour of a talk', () => {
  const words = (time: string, viewerZone: string, format: 'video' | 'in_person' = 'video') => {
    const meeting = meetingOf(
      { date: '2026-12-08', time, pass: null },
      { minutes: 120, zone: 'America/New_York', viewerZone },
    )
    return meeting && nightWords(meeting, format)
  }
  it('is said where it costs sleep, and nowhere else', () => {
    expect(words('09:00', 'Pacific/Marquesas')).toContain('This is 04:30 for you.')
    expect(words('11:30', 'Asia/Kathmandu')).toContain('This is 22:15 for you.')
    expect(words('10:30', 'Asia/Kathmandu')).toContain('It runs until 23:15 for you.')
    expect(words('09:00', 'Europe/Berlin')).toBeNull()
  })
  it('is the program’s own for who travels there', () => {
    expect(words('09:00', 'Pacific/Marquesas', 'in_person')).toBeNull()
  })
})
