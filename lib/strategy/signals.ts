import type { SeasonAllowance } from '@/lib/facts/signal-allowances'
import type { Pathway } from '@/lib/programs/pathway'
import { PATHWAYS } from '@/lib/programs/pathway'
import { pathwaySignalAllowance } from '@/lib/programs/pathway-eras'

/** How a program on the list is signaled now. */
export type Signaled = { programId: string; pathway: Pathway; signal: 'none' | 'signal' | 'gold' | 'silver' }

export type SignalUse = {
  pathway: Pathway
  /** known: a number is published for the season. unknown: none was found, so none is assumed, neither zero nor some. */
  state: 'known' | 'unknown'
  allowance: SeasonAllowance | null
  used: { signal: number; gold: number; silver: number }
  /** What is left of each kind; null where the allowance is not known. Negative: more are marked than may be sent. */
  left: { signal: number; gold: number; silver: number } | null
  isOver: boolean
}

/** Signals used and left per specialty of the list, within the season's allowance. */
export function signalUse(programs: readonly Signaled[], season: number): readonly SignalUse[] {
  const usedAt = new Map<Pathway, SignalUse['used']>()
  for (const { pathway, signal } of programs) {
    let used = usedAt.get(pathway)
    if (used === undefined) {
      used = { signal: 0, gold: 0, silver: 0 }
      usedAt.set(pathway, used)
    }
    if (signal !== 'none') used[signal] += 1
  }
  return PATHWAYS.flatMap((pathway) => {
    const used = usedAt.get(pathway)
    return used === undefined ? [] : signalUseOf(pathway, used, season)
  })
}

function signalUseOf(pathway: Pathway, used: SignalUse['used'], season: number): SignalUse {
  const allowance = pathwaySignalAllowance(pathway, season)
  const value = allowance?.value ?? null
  if (value === null) return { pathway, state: 'unknown', allowance, used, left: null, isOver: false }
  const most =
    value.kind === 'plain'
      ? { signal: value.signals, gold: 0, silver: 0 }
      : { signal: 0, gold: value.gold, silver: value.silver }
  const left = {
    signal: most.signal - used.signal,
    gold: most.gold - used.gold,
    silver: most.silver - used.silver,
  }
  const isOver = left.signal < 0 || left.gold < 0 || left.silver < 0
  return { pathway, state: 'known', allowance, used, left, isOver }
}
