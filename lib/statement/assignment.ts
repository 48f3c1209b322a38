import type { EntryStatus } from '@/lib/list/status'
import type { Pathway } from '@/lib/programs/pathway'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { statementLength } from './eras-text'
import type { Statement } from './statement'

/** A program on the list, as far as its statement goes. */
export type AssignedEntry = {
  readonly entryId: string
  readonly sponsor: string
  readonly pathway: Pathway
  readonly status: EntryStatus
  /** The statement that it gets; null for none. */
  readonly statementId: string | null
}

export type AssignmentProblem =
  /** Saved in MyERAS or applied to, and no statement goes there. */
  | { readonly kind: 'without'; readonly entries: readonly AssignedEntry[] }
  /** Written for one pathway, and goes to a program of another. */
  | {
      readonly kind: 'other_pathway'
      readonly statement: Statement
      readonly entries: readonly AssignedEntry[]
    }
  /** Goes to programs, and nothing is written in it. */
  | { readonly kind: 'empty'; readonly statement: Statement; readonly entries: readonly AssignedEntry[] }
  /** Longer than MyERAS takes. */
  | { readonly kind: 'too_long'; readonly statement: Statement; readonly over: number }
  /** Written, and goes nowhere. */
  | { readonly kind: 'unassigned'; readonly statement: Statement }

/** Where an application is under way, so that a statement must be there. A program that is only considered may wait. */
const UNDER_WAY: readonly EntryStatus[] = [
  'saved',
  'applied',
  'interview_invited',
  'interview_scheduled',
  'interview_waitlisted',
  'soap_applied',
]

/** What is wrong with who gets which statement, the weightiest first (F5: complete before review opens). */
export function assignmentProblems(
  statements: readonly Statement[],
  entries: readonly AssignedEntry[],
): AssignmentProblem[] {
  const getting = (statement: Statement) => entries.filter(({ statementId }) => statementId === statement.id)
  const without = entries.filter(
    ({ statementId, status }) => statementId === null && UNDER_WAY.includes(status),
  )
  const empty = statements.flatMap((statement): AssignmentProblem[] => {
    const own = getting(statement)
    return own.length > 0 && statement.text.trim() === '' ? [{ kind: 'empty', statement, entries: own }] : []
  })
  const tooLong = statements.flatMap((statement): AssignmentProblem[] => {
    const { over } = statementLength(statement.text)
    return over > 0 ? [{ kind: 'too_long', statement, over }] : []
  })
  const strayed = statements.flatMap((statement): AssignmentProblem[] => {
    const own = getting(statement).filter(({ pathway }) => pathway !== statement.pathway)
    return statement.pathway !== null && own.length > 0
      ? [{ kind: 'other_pathway', statement, entries: own }]
      : []
  })
  const unassigned = statements.flatMap((statement): AssignmentProblem[] =>
    entries.length > 0 && statement.text.trim() !== '' && getting(statement).length === 0
      ? [{ kind: 'unassigned', statement }]
      : [],
  )
  return [
    ...(without.length > 0 ? [{ kind: 'without', entries: without } as const] : []),
    ...empty,
    ...tooLong,
    ...strayed,
    ...unassigned,
  ]
}

export function problemWords(problem: AssignmentProblem): string {
  switch (problem.kind) {
    case 'without':
      return `No statement goes to ${programs(problem.entries)}`
    case 'empty':
      return `“${problem.statement.title}” goes to ${programs(problem.entries)} and is empty`
    case 'too_long':
      return `“${problem.statement.title}” is ${problem.over} ${problem.over === 1 ? 'character' : 'characters'} longer than MyERAS takes`
    case 'other_pathway': {
      const { statement, entries } = problem
      const own = statement.pathway === null ? 'any pathway' : pathwayShortName(statement.pathway)
      return `“${statement.title}” is written for ${own} and goes to ${programs(entries)}`
    }
    case 'unassigned':
      return `“${problem.statement.title}” is written but goes to no program`
  }
}

/** One by name, several by number. */
function programs(entries: readonly AssignedEntry[]): string {
  const [only] = entries
  return entries.length === 1 && only
    ? `${only.sponsor} (${pathwayShortName(only.pathway)})`
    : `${entries.length} programs`
}
