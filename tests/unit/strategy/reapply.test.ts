import { describe, expect, test } from 'vitest'
import { FIT_POLICY } from '@/lib/fit/policy'
import { reapplyDifferences } from '@/lib/strategy/reapply'
import { buildApplicant } from '../../factories/applicant'
import { buildFact, buildProgram } from '../../factories/program'
import { buildSeason } from '../../factories/season'

const former = buildSeason(2027)
const next = buildSeason(2028)

function read(program = buildProgram(), applicant = buildApplicant(), today = '2027-04-01') {
  const [difference] = reapplyDifferences(
    { applicant, policy: FIT_POLICY, today },
    {
      entries: [{ entryId: 'e1', program, status: 'rejected', appliedOn: '2026-09-22' }],
      former,
      next,
    },
  )
  if (!difference) throw new Error('nothing was read')
  return difference
}

describe('what is different this year', () => {
  test('a graduation limit that the year has passed closes the program, says so, and is not suggested', () => {
    const applicant = buildApplicant({ graduation: { status: 'graduated', on: '2022-06-15' } })
    const facts = [buildFact({ field: 'years_since_graduation_max', value: 5, year: 2026, scope: 'program' })]
    const { before, after, gates, isSuggested } = read(buildProgram({ facts }), applicant)
    expect(before).not.toBe('closed')
    expect(after).toBe('closed')
    expect(gates.map(({ code, state }) => [code, state])).toContainEqual(['graduation_limit', 'closed'])
    expect(isSuggested).toBe(false)
  })
  test('a fact that decided then and is too old now is named to be asked again', () => {
    const facts = [buildFact({ field: 'j1_accepted', value: 'yes', year: 2024, scope: 'program' })]
    expect(read(buildProgram({ facts })).grewOld).toEqual(['j1_accepted'])
  })
  test('a fact stated since is named, and one of before is not', () => {
    const facts = [
      buildFact({ field: 'h1b_accepted', value: 'no', year: 2027, scope: 'program' }),
      buildFact({ field: 'j1_accepted', value: 'yes', year: 2026, scope: 'program' }),
    ]
    expect(read(buildProgram({ facts })).isNew).toEqual(['h1b_accepted'])
  })
  test('the former status is carried, and a deadline that is over is no difference', () => {
    const { lastStatus, gates } = read()
    expect(lastStatus).toBe('rejected')
    expect(gates.map(({ code }) => code)).not.toContain('deadline')
  })
})
