import { describe, expect, test } from 'vitest'
import { applicationFee, FELLOWSHIP_FEES, feeTableFor, RESIDENCY_FEES } from '@/lib/facts/eras-fees'
import { matchFeesFor } from '@/lib/facts/nrmp'
import { pathwayFeeTable } from '@/lib/programs/pathway-eras'

const table = (kind: 'residency' | 'fellowship', season: number) => {
  const found = feeTableFor(kind, season)
  if (!found) throw new Error('no table')
  return found.table.value
}

describe('residency applications', () => {
  test.each([
    [0, 0],
    [1, 11],
    [30, 330],
    [31, 360],
    [43, 720],
  ])('%i programs of one specialty cost %i in the 2026 and 2027 seasons', (programs, fee) => {
    expect(applicationFee(table('residency', 2026), programs)).toBe(fee)
    expect(applicationFee(table('residency', 2027), programs)).toBe(fee)
  })

  test('each specialty starts anew: 43 and 7 programs cost 797, not the price of 50', () => {
    const fees = table('residency', 2026)
    expect(applicationFee(fees, 43) + applicationFee(fees, 7)).toBe(797)
    expect(applicationFee(fees, 50)).toBe(930)
  })

  test.each([
    [1, 99],
    [10, 99],
    [11, 118],
    [20, 289],
    [21, 312],
    [30, 519],
    [31, 546],
  ])('%i programs cost %i in the 2024 season', (programs, fee) => {
    expect(applicationFee(table('residency', 2024), programs)).toBe(fee)
  })
})

describe('fellowship applications, as AAMC prints them for medical genetics', () => {
  test.each([
    [1, 115],
    [10, 115],
    [11, 132],
    [12, 149],
    [20, 285],
    [21, 305],
    [30, 485],
    [31, 512],
  ])('%i programs cost %i', (programs, fee) => {
    expect(applicationFee(table('fellowship', 2026), programs)).toBe(fee)
  })
})

describe('which table', () => {
  test('two-year genetics pays the fellowship table, a combined track the residency one', () => {
    expect(pathwayFeeTable('mgg', 2026)?.table).toBe(FELLOWSHIP_FEES[0])
    expect(pathwayFeeTable('peds_mgg', 2027)?.table.value.season).toBe(2027)
    expect(pathwayFeeTable('lab_genetics', 2027)).toBeNull()
  })

  test('a season without a table of its own gets the last one, and says so', () => {
    expect(pathwayFeeTable('mgg', 2027)).toEqual({ table: FELLOWSHIP_FEES[0], isForSeason: false })
    expect(feeTableFor('residency', 2028)).toEqual({ table: RESIDENCY_FEES.at(-1), isForSeason: false })
    expect(feeTableFor('residency', 2027)?.isForSeason).toBe(true)
    expect(feeTableFor('residency', 2020)).toBeNull()
  })

  test('Match fees follow the season, and an unknown price is null', () => {
    expect(matchFeesFor(2026)?.fees.value.registration).toBe(70)
    expect(matchFeesFor(2027)?.fees.value).toMatchObject({
      registration: 85,
      lateExtra: 50,
      extraRankEach: null,
    })
    expect(matchFeesFor(2028)?.isForSeason).toBe(false)
    expect(matchFeesFor(2020)).toBeNull()
  })
})
