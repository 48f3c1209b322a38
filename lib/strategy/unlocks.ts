import type { CalendarDate } from '@/lib/dates/calendar-date'
import { createEvaluator, type Evaluator } from '@/lib/fit/evaluate'
import type { GateCode, Ledger, Standing } from '@/lib/fit/ledger'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import type { Pathway } from '@/lib/programs/pathway'

import { type ChangeTiming, changeTiming } from './change-timing'
import {
  applyChange,
  type Change,
  type ChangeCode,
  type ChangeNeed,
  changeGrounds,
  changeNeeds,
  possibleChanges,
} from './changes'
import type { Grounds } from './grounds'
import { groundsReader } from './grounds-for'
import { readProfile } from './profile-reading'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen, standingRank } from './standing-order'

/**
 * What a change does at one program: `opens` a door that is shut this season, `raises` the standing of an open one,
 * `settles` a condition of the person's own ("if you pass Step 3"), or `strengthens` what speaks for them noticeably; the last two leave the standing as it is.
 */
export const UNLOCK_EFFECTS = ['opens', 'raises', 'settles', 'strengthens'] as const
export type UnlockEffect = (typeof UNLOCK_EFFECTS)[number]

export type Unlock = {
  programId: string
  change: Change
  effect: UnlockEffect
  before: Standing
  after: Standing
  /** The gates that were closed, not yet met or unknown before, and are met after. */
  settled: readonly GateCode[]
  timing: ChangeTiming
  needs: readonly ChangeNeed[]
  grounds: Grounds
}

/** One change as an action for the whole list. Programs are named by id, in the order of the list's best fits. */
export type ListAction = {
  change: Change
  opened: readonly string[]
  raised: readonly string[]
  settled: readonly string[]
  strengthened: readonly string[]
  /** By pathways that match differently: the earliest day by which it counts for one of the named programs. */
  timing: ChangeTiming
  needs: readonly ChangeNeed[]
  grounds: Grounds
}

type Changed = {
  change: Change
  evaluate: Evaluator
  needs: readonly ChangeNeed[]
  grounds: Grounds
  /** By when it counts: the same for all programs of one pathway, and so worked out once for each. */
  timingOf: (pathway: Pathway) => ChangeTiming
}

/** Reads the person and every change they may make once; then tells for each program what the changes do there. */
export function createUnlocker(setting: StrategySetting): {
  unlocksOf: (program: Program, appliedOn?: CalendarDate | null) => readonly Unlock[]
} {
  const now = createEvaluator(setting)
  const changed = changedEvaluators(setting, possibleChanges(setting.applicant))
  return {
    unlocksOf(program, appliedOn = null) {
      const before = now(program, appliedOn)
      return changed.flatMap((one) => {
        const unlock = compare(one, before, one.evaluate(program, appliedOn), program.pathway)
        return unlock === null ? [] : [unlock]
      })
    },
  }
}

/** Every change that does something at this program, from the smallest effort to the largest. */
export function programUnlocks(
  input: StrategySetting & { program: Program; appliedOn?: CalendarDate | null },
): readonly Unlock[] {
  return createUnlocker(input).unlocksOf(input.program, input.appliedOn ?? null)
}

/**
 * The smallest single change that opens or raises a program: of those that can still be made in time the one of least
 * effort; where none can, the one of least effort, which then counts for a later season. null: no change alone does it.
 */
export function smallestUnlock(unlocks: readonly Unlock[]): Unlock | null {
  const moving = unlocks.filter(({ effect }) => effect === 'opens' || effect === 'raises')
  return moving.find((unlock) => unlock.timing.isPossible !== false) ?? moving[0] ?? null
}

/**
 * What the person could do, ranked by how many programs it opens, then raises, then settles, then strengthens; of equals
 * what takes the least effort comes first. What is too late for this season comes last. More of the same that moves no
 * further program is left out, and so is a US research year that does no more than research elsewhere: it would only
 * add a visa question.
 */
export function listActions(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
  changes: readonly Change[] = possibleChanges(setting.applicant),
): readonly ListAction[] {
  return readActions(setting, programs, changes).actions
}

/** Every change that this person may make, by what it does for the list. */
export type ActionsReading = {
  /** As `listActions` ranks them. */
  actions: readonly ListAction[]
  /** More of the same, that moves no program which a smaller step among the actions does not move. */
  noMore: readonly Change[]
  /** What moves no program on the list, and why, so that a person does not spend a year on it for this list. */
  idle: readonly IdleChange[]
}

/**
 * Why a change moves nothing: `none_open`: no program is open, and it opens none; `shuts`: it would cost an open one;
 * `too_little`: it counts, below what the fit calls neutral; `in_full`: what there is of it counts in full already;
 * `not_waited_for`: nothing on the list waits for it.
 */
export const IDLE_REASONS = ['none_open', 'shuts', 'too_little', 'in_full', 'not_waited_for'] as const
export type IdleReason = (typeof IDLE_REASONS)[number]
export type IdleChange = { change: Change; reason: IdleReason }

/** Their factors saturate: once full, more of the same adds nothing. */
const SATURATING: ReadonlySet<ChangeCode> = new Set([
  'genetics_elective',
  'genetics_observership',
  'home_genetics',
  'genetics_research',
  'us_genetics_research',
  'first_author_paper',
])

function idleReason({ code }: Change, tried: readonly { before: Ledger; after: Ledger }[]): IdleReason {
  const open = tried.filter(({ before }) => isOpen(before.standing))
  if (open.length === 0) return 'none_open'
  if (open.some(({ after }) => !isOpen(after.standing))) return 'shuts'
  if (open.some(({ before, after }) => gainOf(before, after) > 0)) return 'too_little'
  return SATURATING.has(code) ? 'in_full' : 'not_waited_for'
}

export function readActions(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
  changes: readonly Change[] = possibleChanges(setting.applicant),
): ActionsReading {
  const now = createEvaluator(setting)
  const before = programs
    .map(({ program, appliedOn }) => ({ program, appliedOn, ledger: now(program, appliedOn) }))
    .sort((a, b) => b.ledger.sortKey - a.ledger.sortKey || (a.program.id < b.program.id ? -1 : 1))
  const actions: ListAction[] = []
  const idle: IdleChange[] = []
  for (const one of changedEvaluators(setting, changes)) {
    const named: Record<UnlockEffect, string[]> = { opens: [], raises: [], settles: [], strengthens: [] }
    let timing: ChangeTiming | null = null
    const tried: { before: Ledger; after: Ledger }[] = []
    for (const { program, appliedOn, ledger } of before) {
      const after = one.evaluate(program, appliedOn)
      tried.push({ before: ledger, after })
      const unlock = compare(one, ledger, after, program.pathway)
      if (unlock === null) continue
      named[unlock.effect].push(program.id)
      if (timing === null || (unlock.timing.by ?? '9999') < (timing.by ?? '9999')) timing = unlock.timing
    }
    if (timing === null) {
      idle.push({ change: one.change, reason: idleReason(one.change, tried) })
      continue
    }
    actions.push({
      change: one.change,
      opened: named.opens,
      raised: named.raises,
      settled: named.settles,
      strengthened: named.strengthens,
      timing,
      needs: one.needs,
      grounds: one.grounds,
    })
  }
  const worthwhile = actions.filter(
    (action, index) => !actions.slice(0, index).some((smaller) => isNoMore(action, smaller)),
  )
  // Sorting is stable, so equal ones stay in the order of effort.
  const ranked = worthwhile.toSorted(
    (a, b) =>
      Number(a.timing.isPossible === false) - Number(b.timing.isPossible === false) ||
      b.opened.length - a.opened.length ||
      b.raised.length - a.raised.length ||
      b.settled.length - a.settled.length ||
      b.strengthened.length - a.strengthened.length,
  )
  return {
    actions: inWorkingOrder(ranked, setting.applicant),
    noMore: actions.filter((action) => !worthwhile.includes(action)).map(({ change }) => change),
    idle,
  }
}

/** What must come before a change that rests on it: nobody writes a letter who saw no one, and no paper comes without a project. */
const RESTS_ON: readonly { need: ChangeNeed; on: readonly ChangeCode[] }[] = [
  { need: 'someone_who_saw_you_work', on: ['genetics_observership', 'genetics_elective'] },
  { need: 'project_first', on: ['genetics_research', 'us_genetics_research'] },
]

/** The same ranking, but an action that rests on another of the list stands right behind the first such one. */
function inWorkingOrder(ranked: readonly ListAction[], applicant: Applicant): readonly ListAction[] {
  const hasBeenSeen = (readProfile(applicant).geneticsWeeks ?? 0) > 0
  const restsOn = (action: ListAction): ListAction | undefined => {
    const rule = RESTS_ON.find(({ need }) => action.needs.includes(need))
    if (rule === undefined || (rule.need === 'someone_who_saw_you_work' && hasBeenSeen)) return undefined
    return ranked.find(
      (other) =>
        rule.on.includes(other.change.code) &&
        (other.timing.isPossible === false) === (action.timing.isPossible === false),
    )
  }
  const isPutOff = (action: ListAction) => {
    const base = restsOn(action)
    return base !== undefined && ranked.indexOf(base) > ranked.indexOf(action)
  }
  return ranked
    .filter((action) => !isPutOff(action))
    .flatMap((action) => [action, ...ranked.filter((other) => isPutOff(other) && restsOn(other) === action)])
}

function isNoMore(action: ListAction, smaller: ListAction): boolean {
  return (
    kindOf(action.change) === kindOf(smaller.change) &&
    (action.timing.isPossible === false || smaller.timing.isPossible !== false) &&
    isWithin(action.opened, smaller.opened) &&
    isWithin(action.raised, smaller.raised) &&
    isWithin(action.settled, [...smaller.settled, ...smaller.raised]) &&
    isWithin(action.strengthened, [...smaller.strengthened, ...smaller.settled, ...smaller.raised])
  )
}

function kindOf({ code }: Change): string {
  return code === 'us_genetics_research' ? 'genetics_research' : code
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((id) => all.includes(id))
}

function timingsOf(change: Change, setting: StrategySetting): (pathway: Pathway) => ChangeTiming {
  const known = new Map<Pathway, ChangeTiming>()
  return (pathway) => {
    const held = known.get(pathway)
    if (held !== undefined) return held
    const timing = changeTiming(change, { ...setting, pathway })
    known.set(pathway, timing)
    return timing
  }
}

function changedEvaluators(setting: StrategySetting, changes: readonly Change[]): readonly Changed[] {
  const context = { seasonYear: setting.season.year, today: setting.today }
  const concerning = groundsReader(setting.applicant)
  return changes.map((change) => ({
    change,
    evaluate: createEvaluator({ ...setting, applicant: applyChange(change, setting.applicant, context) }),
    needs: changeNeeds(change, setting.applicant),
    grounds: concerning(changeGrounds(change)),
    timingOf: timingsOf(change, setting),
  }))
}

function compare(
  { change, needs, grounds, timingOf }: Changed,
  before: Ledger,
  after: Ledger,
  pathway: Pathway,
): Unlock | null {
  const effect = effectOf(before, after)
  if (effect === null) return null
  return {
    programId: before.programId,
    change,
    effect,
    before: before.standing,
    after: after.standing,
    settled: settledGates(before, after),
    timing: timingOf(pathway),
    needs,
    grounds,
  }
}

function effectOf(before: Ledger, after: Ledger): UnlockEffect | null {
  if (!isOpen(before.standing)) return isOpen(after.standing) ? 'opens' : null
  if (!isOpen(after.standing)) return null
  const moved = standingRank(after.standing) - standingRank(before.standing)
  if (moved > 0) return 'raises'
  if (moved < 0) return null
  const isSettled = settledGates(before, after).length > 0
  if (isSettled && after.conditions.length < before.conditions.length) return 'settles'
  return gainOf(before, after) >= NOTICEABLE ? 'strengthens' : null
}

/** A quarter of a point, as the fit itself calls a factor neutral below that. */
const NOTICEABLE = 0.25

/** What the factors add up to more, before rounding, so that a rounded point decides nothing. */
function gainOf(before: Ledger, after: Ledger): number {
  const sum = (ledger: Ledger) =>
    ledger.factors.reduce((total, factor) => total + Math.round(factor.contribution * 100), 0)
  return (sum(after) - sum(before)) / 100
}

function settledGates(before: Ledger, after: Ledger): readonly GateCode[] {
  const open = new Set(before.gates.filter((gate) => gate.state !== 'met').map((gate) => gate.code))
  const met = new Set(after.gates.filter((gate) => gate.state === 'met').map((gate) => gate.code))
  const stillOpen = new Set(after.gates.filter((gate) => gate.state !== 'met').map((gate) => gate.code))
  return [...open].filter((code) => met.has(code) || !stillOpen.has(code))
}
