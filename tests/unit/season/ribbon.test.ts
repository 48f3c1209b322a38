import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '@/lib/dates/calendar-date'
import { type Ribbon, type RibbonCalendar, ribbonSentences, seasonRibbon } from '@/lib/season/ribbon'
import { buildSeason, NOT_ANNOUNCED, shippedSeason, shippedSeasons } from '@/tests/factories/season'

const season = shippedSeason(2028)
const sitting = { id: 's1', label: 'Step 2 CK', on: '2027-06-28' }
const ribbon = seasonRibbon({ season, today: '2026-11-22', zone: 'Asia/Kathmandu', sittings: [sitting] })
const mark = (kind: string) => ribbon.marks.find((candidate) => candidate.kind === kind)

describe('the season ribbon', () => {
  it('runs from today to Match Day and holds every mark that the season dates', () => {
    expect([ribbon.from, ribbon.to]).toEqual(['2026-11-22', '2028-03-17'])
    expect(ribbon.marks.map((found) => [found.kind, found.on])).toEqual([
      ['today', '2026-11-22'],
      ['exam', '2027-06-28'],
      ['report_window', '2027-07-26'],
      ['eras_submission', '2027-09-01'],
      ['program_review', '2027-09-22'],
      ['ecfmg_pathways', '2028-01-31'],
      ['verification', '2028-02-16'],
      ['rank_list', '2028-03-01'],
      ['match_day', '2028-03-17'],
    ])
    expect(mark('report_window')?.until).toBe('2027-08-23')
  })

  it('shows an hour on both clocks, the day too where it differs', () => {
    expect(mark('program_review')).toMatchObject({
      eastern: '22 Sep 2027, 09:00 ET',
      viewer: '18:45 in Kathmandu',
      isProjected: true,
      certainty: 'projected',
    })
    expect(mark('rank_list')?.viewer).toBe('2 Mar, 07:45 in Kathmandu')
    const home = seasonRibbon({ season, today: '2026-11-22', zone: 'America/New_York' })
    expect(home.marks.find((found) => found.kind === 'rank_list')?.viewer).toBe(null)
  })

  it('says in words what is projected, estimated or without an hour', () => {
    const sentences = ribbonSentences(ribbon)
    expect(sentences).toContain(
      'Program review opens: 22 Sep 2027, 09:00 ET · 18:45 in Kathmandu; projected, not announced.',
    )
    expect(mark('ecfmg_pathways')?.sentence).toContain('hour not announced')
    expect(mark('report_window')?.sentence).toContain('an estimate')
    const running = seasonRibbon({ season: shippedSeason(2027), today: '2026-11-22', zone: 'UTC' })
    expect(running.marks.find((found) => found.kind === 'match_day')).toMatchObject({
      certainty: 'published',
    })
  })

  it('keeps what is over apart, and never places what is not announced', () => {
    const running = seasonRibbon({ season: shippedSeason(2027), today: '2026-11-22', zone: 'UTC' })
    expect(running.earlier.map((found) => found.kind)).toEqual(['eras_submission', 'program_review'])
    const open = buildSeason(2030, { match_day: NOT_ANNOUNCED, eras_program_review_opens: NOT_ANNOUNCED })
    const unsure = seasonRibbon({ season: open, today: '2029-01-01', zone: 'UTC' })
    expect(unsure.unplaced.map((found) => found.kind)).toEqual(['program_review', 'match_day'])
    expect(ribbonSentences(unsure)).toContain('Match Day: not announced yet.')
    expect(unsure.marks.some((found) => found.kind === 'match_day')).toBe(false)
  })

  it('does not squeeze a sitting for the next season onto its end', () => {
    const late = seasonRibbon({
      season,
      today: '2026-11-22',
      zone: 'UTC',
      sittings: [{ ...sitting, on: '2028-04-20' }],
    })
    expect(late.later.map((found) => found.kind)).toEqual(['exam', 'report_window'])
    expect(late.marks.some((found) => found.kind === 'exam')).toBe(false)
  })

  it('begins with a sat exam whose report is awaited', () => {
    const waiting = seasonRibbon({
      season,
      today: '2027-07-20',
      zone: 'UTC',
      sittings: [{ ...sitting, on: '2027-07-01' }],
    })
    expect(waiting.from).toBe('2027-07-01')
    const reported = seasonRibbon({ season, today: '2027-12-20', zone: 'UTC', sittings: [sitting] })
    expect(reported.from).toBe('2027-12-20')
  })

  it('shows a finished season from its opening, without today', () => {
    const past = seasonRibbon({ season: shippedSeason(2026), today: '2026-11-22', zone: 'UTC' })
    expect([past.from, past.to]).toEqual(['2025-06-04', '2026-03-20'])
    expect(past.marks.some((found) => found.kind === 'today')).toBe(false)
  })

  it('keeps every mark between its ends and in order, for any season and day', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2022-01-01', n))
    fc.assert(
      fc.property(fc.constantFrom(...shippedSeasons), days, days, (any, today, on) => {
        const { marks, from, to } = seasonRibbon({
          season: any,
          today,
          zone: 'UTC',
          sittings: [{ ...sitting, on }],
        })
        expect(from < to).toBe(true)
        for (const found of marks) {
          expect(found.position).toBeGreaterThanOrEqual(0)
          expect(found.position).toBeLessThanOrEqual(1)
          expect(found.sentence).toMatch(/\.$/)
          if (found.untilPosition !== null) expect(found.untilPosition).toBeGreaterThanOrEqual(found.position)
        }
        const placed = marks.map((found) => found.on)
        expect(placed).toEqual([...placed].sort())
        expect(new Set(marks.map((found) => found.id)).size).toBe(marks.length)
      }),
    )
  })

  it('of one who applies by fellowship cycles has their days, and the Main Match’s only where it is theirs too', () => {
    const by = (calendars: readonly RibbonCalendar[]) =>
      seasonRibbon({ season, today: '2026-11-22', zone: 'UTC', calendars })
    const labels = (one: Ribbon) => one.marks.map(({ label }) => label)
    expect(labels(by(['main', 'july', 'december']))).toEqual(
      expect.arrayContaining([
        'Program review opens',
        'July-cycle review opens',
        'December-cycle review opens',
      ]),
    )
    const apart = by(['july', 'december'])
    expect(labels(apart)).toEqual([
      'Today',
      'July-cycle submission opens',
      'July-cycle review opens',
      'December-cycle submission opens',
      'December-cycle review opens',
    ])
    expect(apart.to).toBe('2027-12-01')
    expect(labels(by(['main']))).toEqual(labels(seasonRibbon({ season, today: '2026-11-22', zone: 'UTC' })))
  })
})
