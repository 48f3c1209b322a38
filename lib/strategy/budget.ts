import { createEvaluator } from '@/lib/fit/evaluate'
import type { Ledger, Standing } from '@/lib/fit/ledger'

import { type Cost, costOf, readForCost, singleSavings } from './cost'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen } from './standing-order'

/** Why a program is dropped before another. */
export const DROP_REASONS = [
  'closed',
  'not_yet_eligible',
  'same_sponsor',
  'costs_more',
  'lowest_on_list',
] as const
export type DropReason = (typeof DROP_REASONS)[number]

export type Drop = {
  programId: string
  reason: DropReason
  standing: Standing
  /** What leaving it off saves at that point of the plan, in dollars: less than the fee where a tier is flat. */
  saves: number
}

export type Budget = {
  limit: number
  before: Cost
  after: Cost
  /** In the order in which to leave them off. Programs that were applied to are never dropped: nothing is refunded. */
  drops: readonly Drop[]
  isWithin: boolean
  /** Closed ones that cost something although the list is within the budget. */
  wasted: readonly string[]
}

/**
 * A plan that fits a budget: first what cannot take this person this season, then a second track of one sponsor, then the
 * places lowest in the list's own order, which is no chance of matching. What turns out not to be needed is put back, the
 * best first: a flat tier holds ten programs for the price of one, and none of them is left off for nothing.
 */
export function planBudget(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
  limit: number,
): Budget {
  const evaluate = createEvaluator(setting)
  const { year } = setting.season
  const rows = programs.map(({ program, appliedOn }) => ({
    program,
    isApplied: appliedOn !== null,
    ledger: evaluate(program, appliedOn),
  }))
  const all = rows.map(({ program }) => program)
  const entries = readForCost(all, year)
  const before = costOf(entries, year)
  const savesOf = singleSavings(all, year)
  const order = rows
    .filter(({ isApplied }) => !isApplied)
    .map((row) => ({ ...row, reason: reasonOf(row.ledger, row.program.sponsor, rows) }))
    .sort(
      (a, b) =>
        DROP_REASONS.indexOf(a.reason) - DROP_REASONS.indexOf(b.reason) ||
        a.ledger.sortKey - b.ledger.sortKey ||
        (a.program.id < b.program.id ? -1 : 1),
    )
  const left = new Set<string>()
  const costWithout = (ids: ReadonlySet<string>) =>
    costOf(
      entries.filter(({ id }) => !ids.has(id)),
      year,
    )
  for (const { program } of order) {
    if (costWithout(left).total <= limit) break
    left.add(program.id)
  }
  if (costWithout(left).total <= limit) {
    for (const { program, ledger } of order.toReversed()) {
      if (!left.has(program.id) || !isOpen(ledger.standing)) continue
      const fewer = new Set([...left].filter((id) => id !== program.id))
      if (costWithout(fewer).total <= limit) left.delete(program.id)
    }
  }
  const kept = rows.filter(({ program, isApplied }) => !isApplied && !left.has(program.id))
  const drops: Drop[] = []
  const gone = new Set<string>()
  let after = before
  for (const { program, reason, ledger } of order) {
    if (!left.has(program.id)) continue
    gone.add(program.id)
    const next = costWithout(gone)
    const isPassedOver = kept.some((other) => other.ledger.sortKey < ledger.sortKey)
    drops.push({
      programId: program.id,
      reason: reason === 'lowest_on_list' && isPassedOver ? 'costs_more' : reason,
      standing: ledger.standing,
      saves: after.total - next.total,
    })
    after = next
  }
  return {
    limit,
    before,
    after,
    drops,
    isWithin: after.total <= limit,
    wasted: rows
      .filter(({ program, ledger }) => !isOpen(ledger.standing) && !left.has(program.id))
      .filter(({ program }) => savesOf(program) > 0)
      .map(({ program }) => program.id)
      .sort(),
  }
}

function reasonOf(
  ledger: Ledger,
  sponsor: string,
  rows: readonly { program: { sponsor: string }; ledger: Ledger }[],
): DropReason {
  if (ledger.standing === 'closed') return 'closed'
  if (ledger.standing === 'not_yet_eligible') return 'not_yet_eligible'
  const hasBetter = rows.some(
    (other) =>
      other.program.sponsor === sponsor &&
      other.ledger.programId !== ledger.programId &&
      isOpen(other.ledger.standing) &&
      (other.ledger.sortKey > ledger.sortKey ||
        (other.ledger.sortKey === ledger.sortKey && other.ledger.programId < ledger.programId)),
  )
  return hasBetter ? 'same_sponsor' : 'lowest_on_list'
}

/** The same order, cut where the reason changes, so that a reason is said once: `from` counts the drops before. */
export function dropsByReason(
  drops: readonly Drop[],
): readonly { reason: DropReason; from: number; drops: readonly Drop[] }[] {
  const groups: { reason: DropReason; from: number; drops: Drop[] }[] = []
  for (const [index, drop] of drops.entries()) {
    const last = groups.at(-1)
    if (last?.reason === drop.reason) last.drops.push(drop)
    else groups.push({ reason: drop.reason, from: index, drops: [drop] })
  }
  return groups
}
