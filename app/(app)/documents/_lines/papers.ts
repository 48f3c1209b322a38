import { checklistInput } from '@/app/_server/desk'
import { loadChecklistRows } from '@/db/queries/checklist'
import { listPaperTracks } from '@/db/queries/papers'
import { buildChecklist } from '@/lib/checklist/checklist'
import { paperProblems } from '@/lib/papers/problems'
import { readPapers } from '@/lib/papers/state'
import { paperProblemWords, papersCount } from '@/lib/papers/words'
import type { LineOf } from './line-of'

const PLACE = { href: '/documents/papers', title: 'ECFMG and other papers' } as const

export const papersLine: LineOf = async (scope) => {
  const [tracks, rows] = scope
    ? await Promise.all([listPaperTracks(scope), loadChecklistRows(scope)])
    : [[], { marks: [], ownItems: [], rankCertifiedOn: null }]
  return (basis) => {
    const input = checklistInput(basis, rows)
    const papers = readPapers(buildChecklist(input), tracks)
    const { applicant } = input
    const problems = paperProblems(papers, { applicant, seasonYear: basis.season.year, today: basis.today })
    return {
      ...PLACE,
      says: `${papersCount(papers)}.`,
      missing: problems.map((problem) => paperProblemWords(problem).text),
      state: papers.some(({ state }) => state === 'done' || state === 'waiting') ? 'begun' : 'none',
    }
  }
}
