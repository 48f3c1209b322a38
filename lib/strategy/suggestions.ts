import type { Ledger, Params } from '@/lib/fit/ledger'
import type { Program } from '@/lib/programs/fact'
import type { FactReadings } from '@/lib/programs/resolve-fact'

import { certaintyOf, type Gap, type GapCode, gapsOf, readRows } from './balance'
import { type Grounds, grounds } from './grounds'
import { groundsReader } from './grounds-for'
import type { ListedProgram, StrategySetting } from './setting'

/** Why a program is suggested (H1). `suggestion-words.ts` has the sentence. */
export const SUGGESTION_REASONS = [
  'fills_gap',
  'standing',
  'visa_sponsored',
  'img_history',
  'research_match',
  'preference',
  'certain',
] as const
export type SuggestionReasonCode = (typeof SUGGESTION_REASONS)[number]
export type SuggestionReason = { code: SuggestionReasonCode; params: Params; grounds: Grounds }

export type Suggestion = {
  programId: string
  standing: Ledger['standing']
  conditions: Ledger['conditions']
  sortKey: number
  reasons: readonly SuggestionReason[]
  fills: readonly GapCode[]
}

/** Why a suggestion was dismissed. It is remembered, and asks less often for what is alike. */
export const DISMISSAL_REASONS = ['place', 'pathway', 'sponsor', 'not_interested', 'asked_and_no'] as const
export type DismissalReason = (typeof DISMISSAL_REASONS)[number]
export type Dismissal = { programId: string; reason: DismissalReason }

/** In points of the sort key, whose standings lie 1000 apart: none of these turns one standing into another. */
const FILLS_GAP = 6
const ALIKE_DISMISSED = 25

/**
 * Programs of the catalogue that are not on the list and are open to this person, best first, each with its reasons. A
 * dismissed one does not come back; what shares the reason of a dismissal (its state, its pathway, its sponsor) comes later.
 */
export function suggestPrograms(
  setting: StrategySetting,
  input: {
    programs: readonly ListedProgram[]
    catalogue: readonly Program[]
    dismissals: readonly Dismissal[]
    limit?: number
  },
): readonly Suggestion[] {
  const { rows: listed, others } = readRows(setting, input.programs, input.catalogue)
  const gaps = gapsOf(setting, listed, others)
  const concerning = groundsReader(setting.applicant)
  const gone = new Set(input.dismissals.map(({ programId }) => programId))
  const byId = new Map(input.catalogue.map((program) => [program.id, program]))
  const rows = others.flatMap(({ program, ledger, facts }) => {
    if (gone.has(program.id)) return []
    const fills = gaps.filter((gap) => gap.candidates.includes(program.id))
    const lowered = input.dismissals.some((dismissal) => isAlike(program, dismissal, byId))
    return [
      {
        suggestion: {
          programId: program.id,
          standing: ledger.standing,
          conditions: ledger.conditions,
          sortKey: ledger.sortKey,
          reasons: reasonsOf({ ledger, facts }, fills, { setting, concerning }),
          fills: fills.map(({ code }) => code),
        },
        order: ledger.sortKey + fills.length * FILLS_GAP - (lowered ? ALIKE_DISMISSED : 0),
      },
    ]
  })
  return rows
    .sort((a, b) => b.order - a.order || (a.suggestion.programId < b.suggestion.programId ? -1 : 1))
    .slice(0, input.limit ?? rows.length)
    .map(({ suggestion }) => suggestion)
}

function isAlike(program: Program, dismissal: Dismissal, byId: ReadonlyMap<string, Program>): boolean {
  const dismissed = byId.get(dismissal.programId)
  if (dismissed === undefined) return false
  switch (dismissal.reason) {
    case 'place':
      return dismissed.state !== null && dismissed.state === program.state
    case 'pathway':
      return dismissed.pathway === program.pathway
    case 'sponsor':
      return dismissed.sponsor === program.sponsor
    default:
      return false
  }
}

function reasonsOf(
  { ledger, facts }: { ledger: Ledger; facts: FactReadings },
  fills: readonly Gap[],
  { setting, concerning }: { setting: StrategySetting; concerning: (on: Grounds) => Grounds },
): readonly SuggestionReason[] {
  const reasons: SuggestionReason[] = []
  const add = (code: SuggestionReasonCode, params: Params, on: Grounds) =>
    reasons.push({ code, params, grounds: concerning(on) })
  for (const gap of fills) add('fills_gap', { gap: gap.code }, gap.grounds)
  add('standing', { standing: ledger.standing }, grounds(['H1', 'C4']))
  if (certaintyOf(ledger) === 'certain') add('certain', {}, grounds(['F1']))
  const { need, acceptable } = setting.applicant.visa
  if (need === 'needs_visa') {
    for (const visa of acceptable ?? []) {
      const claim = facts.get(visa === 'j1' ? 'j1_accepted' : 'h1b_accepted')?.lastKnown
      if (claim?.value !== 'yes') continue
      const year = claim.season ?? claim.year
      add(
        'visa_sponsored',
        { visa, year, scope: claim.scope, age: claim.age },
        grounds(['F1', 'D3'], claim.source),
      )
    }
  }
  for (const factor of ledger.factors) {
    if (factor.outcome !== 'helps') continue
    const sources = factor.facts.map((fact) => fact.source)
    if (factor.code === 'img_history') add('img_history', {}, grounds(['F2', 'D3'], ...sources))
    if (factor.code === 'research_match') add('research_match', {}, grounds(['F4', 'D3'], ...sources))
  }
  const wished = ledger.preference.aspects.filter(({ answer }) => answer === 'match')
  if (wished.length > 0) add('preference', { aspects: wished.map(({ aspect }) => aspect) }, grounds(['H1']))
  return reasons
}
