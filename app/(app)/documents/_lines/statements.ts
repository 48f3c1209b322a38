import { listAssignments } from '@/db/queries/statement-assignments'
import { listStatements } from '@/db/queries/statements'
import { assignmentProblems, problemWords } from '@/lib/statement/assignment'
import { assignedEntries } from './assigned-entries'
import type { LineOf } from './line-of'

const PLACE = { href: '/documents/statements', title: 'Statements' } as const

export const statementsLine: LineOf = async (scope) => {
  const [statements, assignments] = scope
    ? await Promise.all([listStatements(scope), listAssignments(scope)])
    : [[], new Map<string, string>()]
  return (basis) => {
    const missing = assignmentProblems(statements, assignedEntries(basis, assignments)).map(problemWords)
    const written = statements.filter(({ text }) => text.trim() !== '').length
    if (written === 0)
      return { ...PLACE, says: 'Why genetics, in your words; read as you write.', missing, state: 'none' }
    return {
      ...PLACE,
      says: `${written} ${written === 1 ? 'is' : 'are'} written.`,
      missing,
      state: 'there',
    }
  }
}
