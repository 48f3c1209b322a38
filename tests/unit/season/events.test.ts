import { describe, expect, it } from 'vitest'

import { event, eventOn, keyDates, nextEvents } from '@/lib/season/events'
import { fellowshipCycles, fellowshipCycleWords, fellowshipDates } from '@/lib/season/fellowship'
import { cycleSeasons, seasonPhase } from '@/lib/season/phase'
import { buildSeason, NOT_ANNOUNCED, shippedSeason, shippedSeasons } from '@/tests/factories/season'

const season = shippedSeason(2028)

describe('events of a season', () => {
  it('are found by key, with null for what is not announced', () => {
    expect(eventOn(season, 'eras_program_review_opens')).toBe('2027-09-22')
    expect(event(season, 'eras_program_review_opens')?.status).toBe('projected')
    expect(eventOn(season, 'img_eras_token_available')).toBe(null)
  })

  it('are listed by date, and what is not announced last', () => {
    const dates = keyDates(season).map((candidate) => candidate.on)
    const placed = dates.filter((on) => on !== null)
    expect(placed).toEqual([...placed].sort())
    expect(dates.at(-1)).toBe(null)
    expect(keyDates(season).at(-1)?.key).toBe('img_eras_token_available')
  })

  it('are next until their hour has struck, wherever the viewer lives', () => {
    const next = (when: string) => nextEvents(season, when, 1)[0]?.key
    expect(next('2028-03-02T01:59:00.000Z')).toBe('nrmp_rol_deadline')
    // 21:00 Eastern is already the next day in UTC.
    expect(next('2028-03-02T02:00:01.000Z')).toBe('match_week_start')
    expect(next('2028-03-01')).toBe('nrmp_rol_deadline')
    expect(next('2028-03-02')).toBe('match_week_start')
  })

  it('are never next without a date', () => {
    expect(nextEvents(season, '2027-01-01', 100).every((candidate) => candidate.on !== null)).toBe(true)
    expect(nextEvents(season, '2027-01-01', 3)).toHaveLength(3)
    expect(nextEvents(season, '2029-01-01', 3)).toEqual([])
  })
})

describe('the phase of a season', () => {
  it.each([
    ['2026-11-22', 'ahead'],
    ['2027-06-01', 'ahead'],
    ['2027-06-02', 'preparing'],
    ['2027-08-31', 'preparing'],
    ['2027-09-01', 'submitting'],
    ['2027-09-22', 'interviews'],
    ['2028-02-01', 'ranking'],
    ['2028-03-01', 'ranking'],
    ['2028-03-02', 'waiting'],
    ['2028-03-13', 'match_week'],
    ['2028-03-17', 'match_week'],
    ['2028-03-18', 'after_match'],
    ['2028-05-31', 'after_match'],
    ['2028-06-01', 'over'],
    ['2028-07-01', 'over'],
  ])('on %s season 2028 is %s', (today, phase) => {
    expect(seasonPhase(season, today)).toBe(phase)
  })

  it('passes over a phase that nobody has dated, and ends by July in any case', () => {
    const open = buildSeason(2028, {
      eras_program_review_opens: NOT_ANNOUNCED,
      eras_season_closes: NOT_ANNOUNCED,
    })
    expect(seasonPhase(open, '2027-12-01')).toBe('submitting')
    expect(seasonPhase(open, '2028-06-30')).toBe('after_match')
    expect(seasonPhase(open, '2028-07-01')).toBe('over')
  })

  it('has one season running while people plan the next', () => {
    const choices = cycleSeasons(shippedSeasons, '2026-11-22')
    const of = (year: number) => choices.find((choice) => choice.season.year === year)
    expect(of(2027)).toMatchObject({
      phase: 'interviews',
      role: 'running',
      canChoose: true,
      isSuggested: false,
    })
    expect(of(2028)).toMatchObject({ phase: 'ahead', role: 'planning', canChoose: true, isSuggested: true })
    expect(of(2026)).toMatchObject({ role: 'over', canChoose: false, isSuggested: false })
    expect(choices.filter((choice) => choice.isSuggested)).toHaveLength(1)
  })
})

describe('fellowship cycles', () => {
  it('are two, with their own dates and training years', () => {
    const [july, december] = fellowshipCycles(season)
    expect(july).toMatchObject({ isKnown: true, trainingYear: 2028 })
    expect(july.review?.on).toBe('2027-07-21')
    expect(december).toMatchObject({ isKnown: true, trainingYear: 2029 })
    expect(fellowshipCycleWords(december)).toBe(
      'December cycle: submit from 10 November 2027 (projected), review from 1 December 2027 (projected).',
    )
  })

  it('stand beside the Main Match’s dates for whom they may concern, and for nobody else', () => {
    expect(fellowshipDates(season, ['main'])).toBeNull()
    const both = fellowshipDates(season, ['main', 'july', 'december'])
    expect(both).toMatch(
      /do not go by the Main Match’s dates: ask each .* review from 21 July 2027 .* 1 December 2027/,
    )
    expect(fellowshipDates(season, ['july'])).toMatch(
      /None of your programs goes by the Main Match’s dates.*21 July 2027/,
    )
    expect(fellowshipDates(season, ['july'])).not.toContain('December')
  })

  it('say that the program must be asked where no date is known', () => {
    const [july] = fellowshipCycles(buildSeason(2030, { eras_fellowship_july_review: NOT_ANNOUNCED }))
    expect(july.isKnown).toBe(false)
    expect(fellowshipCycleWords(july)).toBe('July cycle: dates not known; ask the program.')
    const [, listless] = fellowshipCycles({ year: 2031, label: '', events: [] })
    expect(listless).toMatchObject({ isKnown: false, submit: null, review: null })
  })
})
