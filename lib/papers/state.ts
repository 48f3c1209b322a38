import type { Checklist, ChecklistItem } from '@/lib/checklist/checklist'
import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import type { PaperHolder, PaperTrack } from './paper'
import { itemOf, PAPERS, type Paper } from './papers'

export const PAPER_STATES = ['done', 'not_needed', 'waiting', 'open', 'may_apply', 'not_for_you'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/** Something that cannot be done before this paper is there, with the day on which it is due. */
export type HeldUp = { id: string; title: string; on: CalendarDate | null; isFixed: boolean }

export type PaperRead = {
  paper: Paper
  item: ChecklistItem
  state: PaperState
  doneOn: CalendarDate | null
  holder: PaperHolder | null
  since: CalendarDate | null
  /** Days since it lies where it lies; null where no day is recorded. */
  age: number | null
  expectedOn: CalendarDate | null
  version: number
  /** Ticked by hand, here, in the checklist or in the profile: the tick can be taken back. */
  canUndo: boolean
  /** What waits for it, the earliest day first, what has none last. */
  holdsUp: readonly HeldUp[]
  /** Open items that it waits for itself. */
  waitsFor: readonly string[]
}

/** Each paper as it stands: done or not by the checklist, where and since when by what the person recorded. */
export function readPapers(checklist: Checklist, tracks: readonly PaperTrack[]): readonly PaperRead[] {
  return PAPERS.flatMap((paper): PaperRead[] => {
    const item = itemOf(paper, checklist.items)
    if (!item) return []
    const track = tracks.find((one) => one.paper === paper.key)
    const since = track?.since ?? null
    const state = stateOf(item, track)
    return [
      {
        paper,
        item,
        state,
        doneOn: item.done?.on ?? null,
        holder: track?.holder ?? null,
        since,
        age: since === null ? null : Math.max(0, daysBetween(since, checklist.today)),
        expectedOn: track?.expectedOn ?? null,
        version: track?.version ?? 0,
        canUndo: canUndo(paper, item, checklist),
        holdsUp: state === 'done' || state === 'not_for_you' ? [] : heldUpBy(item.id, checklist),
        waitsFor: item.waitsFor.filter(({ isDone }) => !isDone).map(({ title }) => title),
      },
    ]
  })
}

/** A step counts as ticked where the profile holds it; what a certificate or an exam tells is not taken back here. */
function canUndo({ step }: Paper, { done }: ChecklistItem, { facts }: Checklist): boolean {
  if (done?.how === 'marked') return true
  const { status, stepsDone } = facts.applicant.ecfmg
  return step !== null && status !== 'certified' && stepsDone?.includes(step) === true
}

function stateOf(item: ChecklistItem, track: PaperTrack | undefined): PaperState {
  if (item.state === 'done') return 'done'
  if (item.state === 'not_needed') return 'not_needed'
  if (item.applies === 'no') return 'not_for_you'
  const isUnderWay = track !== undefined && track.since !== null && track.holder !== null
  if (isUnderWay) return 'waiting'
  return item.applies === 'unknown' ? 'may_apply' : 'open'
}

/** Everything open that waits for an item, directly or through others, and surely applies. */
export function heldUpBy(id: string, { items }: Checklist): readonly HeldUp[] {
  const found = new Map<string, HeldUp>()
  const next = [id]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const item of items) {
      if (item.id === id || found.has(item.id) || !item.waitsFor.some((one) => one.id === at)) continue
      if (item.state !== 'open' || item.applies !== 'yes') continue
      found.set(item.id, {
        id: item.id,
        title: item.title,
        on: item.due.on,
        isFixed: item.due.rule?.isFixed === true && !item.due.isOwn,
      })
      next.push(item.id)
    }
  }
  return [...found.values()].sort(byDay)
}

function byDay(a: HeldUp, b: HeldUp): number {
  if (a.on === b.on) return a.id < b.id ? -1 : 1
  if (a.on === null || b.on === null) return a.on === null ? 1 : -1
  return a.on < b.on ? -1 : 1
}
