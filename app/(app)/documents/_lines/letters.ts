import { checklistInput } from '@/app/_server/desk'
import { loadChecklistRows } from '@/db/queries/checklist'
import { listTrackedLetters } from '@/db/queries/letter-tracks'
import { buildChecklist } from '@/lib/checklist/checklist'
import { coverageOf } from '@/lib/letters/coverage'
import { neededBy } from '@/lib/letters/needed-by'
import { letterProblems, letterProblemWords, lettersTotal } from '@/lib/letters/problems'
import type { LineOf } from './line-of'

const PLACE = { href: '/documents/letters', title: 'Letters' } as const

export const lettersLine: LineOf = async (scope) => {
  const [letters, rows] = scope
    ? await Promise.all([listTrackedLetters(scope), loadChecklistRows(scope)])
    : [[], { marks: [], ownItems: [], rankCertifiedOn: null }]
  return (basis) => {
    if (letters.length === 0) {
      return {
        ...PLACE,
        says: 'Who writes for you, how far each letter is, and what none of them says.',
        missing: [],
        state: 'none',
      }
    }
    const input = checklistInput(basis, { ...rows, letters })
    const entries = basis.person?.entries ?? []
    const problems = letterProblems({
      letters,
      programs: entries
        .filter(({ programId }) => input.programs.some((one) => one.programId === programId))
        .map(({ id }) => ({ entryId: id })),
      needBy: neededBy(buildChecklist(input)),
      today: basis.today,
    })
    const holes = coverageOf(letters).filter(({ state }) => state === 'hole').length
    const missing = [
      ...problems.map((problem) => letterProblemWords(problem).text),
      ...(holes > 0 ? [`No letter speaks of ${holes} of six things that directors look for`] : []),
    ]
    return {
      ...PLACE,
      says: `${lettersTotal(letters)}.`,
      missing,
      state: missing.length === 0 ? 'there' : 'begun',
    }
  }
}
