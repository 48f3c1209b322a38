import { describe, expect, it } from 'vitest'

import { periodFrom, periodsHolding, periodsSentence } from '@/lib/timing/eligibility'

describe('the eligibility period', () => {
  it('is three calendar months, over the turn of the year and leap day too', () => {
    expect(periodFrom('2027-06-28')).toEqual({ from: '2027-06-01', until: '2027-08-31' })
    expect(periodFrom('2027-12-31')).toEqual({ from: '2027-12-01', until: '2028-02-29' })
  })

  it('can hold both dates that someone weighs, or says that none does', () => {
    expect(periodsHolding(['2027-06-28']).map((period) => period.from)).toEqual([
      '2027-04-01',
      '2027-05-01',
      '2027-06-01',
    ])
    expect(periodsHolding(['2027-08-25', '2027-06-28'])).toEqual([
      { from: '2027-06-01', until: '2027-08-31' },
    ])
    expect(periodsHolding(['2027-06-28', '2027-09-01'])).toEqual([])
    expect(periodsSentence(['2027-06-28', '2027-08-25'])).toBe(
      'An eligibility period that holds all of these dates: 1 June to 31 August 2027.',
    )
    expect(periodsSentence(['2027-06-28', '2028-06-26'])).toContain('No single')
    expect(periodsSentence(['2027-06-28'])).toBe(null)
    expect(periodsHolding([])).toEqual([])
  })
})
