import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Applicant } from '@/lib/profile/applicant'
import type { Season } from '@/lib/season/season'
import type { Answer } from './answer'
import { CALENDAR_LABELS, type ChecklistCalendar } from './calendar-names'
import type { CalendarUse } from './calendars'
import { type ConditionCode, conditionHolds } from './conditions'
import { type DoneCode, knownDone } from './derived-state'
import { type AnchorDay, anchorDay, dayOf } from './due'
import { type ChecklistFacts, gatherFacts } from './facts'
import type { LetterCounts } from './letter-counts'
import type { ChecklistProgram } from './programs'
import { TEMPLATE } from './template'
import type { Anchor, ChecklistGroup, DueRule, TemplateItem } from './template-item'

/** What the person said of a template item of one cycle. */
export type Mark = {
  itemId: string
  doneOn: CalendarDate | null
  /** Why it is not needed; '' while nothing is said. */
  notNeeded: string
  /** A day of their own, which no change of the season moves. */
  ownDue: CalendarDate | null
  note: string
}

/** An item that the person wrote themselves. `waitsFor` names another item by its id. */
export type OwnItem = {
  id: string
  title: string
  dueOn: CalendarDate | null
  note: string
  waitsFor: string | null
  doneOn: CalendarDate | null
}

export const OWN_PREFIX = 'own.'

export type ItemDue = {
  on: CalendarDate | null
  /** The day by the template alone. */
  ruleOn: CalendarDate | null
  rule: DueRule | null
  anchor: AnchorDay | null
  isOwn: boolean
  /** The day rests on a projected event of the season. */
  isProjected: boolean
  /** The item for whose sake the day was moved earlier. */
  pulledFor: { id: string; title: string } | null
}

export type ItemDone =
  | { how: 'marked'; on: CalendarDate | null }
  | { how: 'known'; on: CalendarDate | null; code: DoneCode }

export type ChecklistItem = {
  /** 'eras_token', 'complete.july', or 'own.' and a uuid. */
  id: string
  template: TemplateItem | null
  group: ChecklistGroup
  title: string
  /** Set where the item is one of several calendars'. */
  calendar: ChecklistCalendar | null
  applies: Answer
  /** The condition, or the calendar, that leaves it open or keeps it away. */
  because: ConditionCode | 'calendar' | 'match_over' | null
  opensOn: AnchorDay | null
  due: ItemDue
  state: 'open' | 'done' | 'not_needed'
  done: ItemDone | null
  notNeeded: string
  note: string
  /** Items that it waits for, of those that apply. */
  waitsFor: readonly { id: string; title: string; isDone: boolean }[]
  /** An open item that it waits for cannot come before it: somebody outside, or the person, fixed that item's day. */
  clash: { id: string; title: string; on: CalendarDate } | null
}

export type Checklist = {
  seasonYear: number
  today: CalendarDate
  facts: ChecklistFacts
  items: readonly ChecklistItem[]
}

export type ChecklistInput = {
  applicant: Applicant
  /** The list as `checklistPrograms` reads it. */
  programs: readonly ChecklistProgram[]
  season: Season
  marks: readonly Mark[]
  ownItems: readonly OwnItem[]
  /** The day on which the rank list as it stands was certified; null where it was not, or changed since. */
  rankCertifiedOn?: CalendarDate | null
  /** Left out where the documents are not read: then letters are known from the profile alone. */
  letters?: LetterCounts
  /** The person's own day. */
  today: CalendarDate
}

/** An item in the making. */
type Draft = { -readonly [K in keyof ChecklistItem]: ChecklistItem[K] }

/**
 * The whole checklist of one person for one season: what applies, what is done and how that is known, when each item is
 * due and why. Days follow the season's events, and the person's own days where there are any. A day that an open item
 * waits for is never later than the item's own: it is moved earlier, or, where it is fixed, the clash is said.
 */
export function buildChecklist(input: ChecklistInput): Checklist {
  const { season, today } = input
  const facts = gatherFacts(input)
  const marks = new Map(input.marks.map((mark) => [mark.itemId, mark]))
  const anchors = anchorsOf(facts)
  const drafts = [
    ...TEMPLATE.flatMap((template) =>
      instances(template, facts).map((one) => draftOf(one, { facts, marks, anchors })),
    ),
    ...input.ownItems.map(ownDraft),
  ]
  connect(drafts, input.ownItems)
  pullEarlier(drafts, facts)
  return { seasonYear: season.year, today, facts, items: drafts }
}

type Anchors = (anchor: Anchor, use: CalendarUse | null) => AnchorDay

/** Anchors by name and calendar, each worked out once: many items hang on the same few days. */
function anchorsOf(facts: ChecklistFacts): Anchors {
  const known = new Map<string, AnchorDay>()
  return (anchor, use) => {
    const key = `${anchor} ${use?.calendar}`
    const found = known.get(key) ?? anchorDay(anchor, facts, use)
    known.set(key, found)
    return found
  }
}

type Instance = {
  template: TemplateItem
  id: string
  use: CalendarUse | null
  applies: Answer
  calendar: ChecklistCalendar | null
}

/** One instance for each calendar that the template speaks of, or one for the person. */
function instances(template: TemplateItem, { calendars, leading }: ChecklistFacts): Instance[] {
  const { key } = template
  if (template.calendars === 'once') {
    return [{ template, id: key, use: leading, applies: 'yes', calendar: null }]
  }
  if (template.calendars === 'each') {
    return calendars.map((use) => ({
      template,
      id: use.calendar === 'main' ? key : `${key}.${use.calendar}`,
      use,
      applies: use.isUsed,
      calendar: use.calendar,
    }))
  }
  const wanted = calendars.filter(({ calendar }) => (calendar === 'main') === (template.calendars === 'main'))
  const use = wanted.find(({ isUsed }) => isUsed === 'yes') ?? wanted[0] ?? null
  return [{ template, id: key, use, applies: use?.isUsed ?? 'no', calendar: use?.calendar ?? null }]
}

function draftOf(
  { template, id, use, applies, calendar }: Instance,
  { facts, marks, anchors }: { facts: ChecklistFacts; marks: ReadonlyMap<string, Mark>; anchors: Anchors },
): Draft {
  const mark = marks.get(id)
  const blocking = blockingCondition(template, facts)
  const isOver = isBehind(template, facts)
  const isKeptByCalendar = applies === 'no' || (applies === 'unknown' && blocking?.answer !== 'no')
  const done: ItemDone | null = mark?.doneOn
    ? { how: 'marked', on: mark.doneOn }
    : doneByKnowledge(template, facts, calendar)
  const anchor = template.due && anchors(template.due.at, use)
  const ruleOn = template.due && anchor ? dayOf(template.due, anchor) : null
  return {
    id,
    template,
    group: template.group,
    title: titleOf(template, calendar, facts),
    calendar,
    applies: isOver ? 'no' : isKeptByCalendar ? applies : (blocking?.answer ?? 'yes'),
    because: isOver ? 'match_over' : isKeptByCalendar ? 'calendar' : (blocking?.code ?? null),
    opensOn: template.opens && anchors(template.opens.at, use),
    due: {
      on: mark?.ownDue ?? ruleOn,
      ruleOn,
      rule: template.due,
      anchor,
      isOwn: mark?.ownDue != null,
      isProjected: mark?.ownDue == null && anchor?.on != null && anchor.certainty === 'projected',
      pulledFor: null,
    },
    state: done ? 'done' : mark?.notNeeded ? 'not_needed' : 'open',
    done,
    notNeeded: mark?.notNeeded ?? '',
    note: mark?.note ?? '',
    waitsFor: [],
    clash: null,
  }
}

/** The condition that keeps an item away, or else the first that leaves it open; null where all of them hold. */
function blockingCondition(
  { appliesIf }: TemplateItem,
  facts: ChecklistFacts,
): { code: ConditionCode; answer: Answer } | null {
  let open: { code: ConditionCode; answer: Answer } | null = null
  for (const code of appliesIf) {
    const answer = conditionHolds(code, facts)
    if (answer === 'no') return { code, answer }
    if (answer === 'unknown') open ??= { code, answer }
  }
  return open
}

function doneByKnowledge(
  { doneIf }: TemplateItem,
  facts: ChecklistFacts,
  calendar: ChecklistCalendar | null,
): ItemDone | null {
  for (const code of doneIf) {
    const found = knownDone(code, facts, calendar)
    if (found !== null) return { how: 'known', on: found.on, code }
  }
  return null
}

/** What served the application and the Match has no use after Match Day, for those who applied by it. */
const UNTIL_MATCH: ReadonlySet<ChecklistGroup> = new Set(['experience', 'letters', 'application', 'match'])

function isBehind({ group }: TemplateItem, { isMatchOver, calendars }: ChecklistFacts): boolean {
  return isMatchOver && UNTIL_MATCH.has(group) && calendars.every(({ calendar }) => calendar === 'main')
}

function titleOf(template: TemplateItem, calendar: ChecklistCalendar | null, facts: ChecklistFacts): string {
  const isOneOfSeveral = template.calendars === 'each' && facts.calendars.length > 1
  return isOneOfSeveral && calendar ? `${template.title}: ${CALENDAR_LABELS[calendar]}` : template.title
}

function ownDraft(own: OwnItem): Draft {
  const done: ItemDone | null = own.doneOn ? { how: 'marked', on: own.doneOn } : null
  return {
    id: `${OWN_PREFIX}${own.id}`,
    template: null,
    group: 'own',
    title: own.title,
    calendar: null,
    applies: 'yes',
    because: null,
    opensOn: null,
    due: {
      on: own.dueOn,
      ruleOn: null,
      rule: null,
      anchor: null,
      isOwn: true,
      isProjected: false,
      pulledFor: null,
    },
    state: done ? 'done' : 'open',
    done,
    notNeeded: '',
    note: own.note,
    waitsFor: [],
    clash: null,
  }
}

type Drafts = ReadonlyMap<string, Draft>
type WaitsFor = (draft: Draft) => readonly string[]

/** Finds the items that each waits for. What does not apply is waited for by nobody; what closes a circle is left out. */
function connect(drafts: readonly Draft[], ownItems: readonly OwnItem[]): void {
  const byId: Drafts = new Map(drafts.map((draft) => [draft.id, draft]))
  const waitsOfOwn = new Map(
    ownItems.map(({ id, waitsFor }) => [`${OWN_PREFIX}${id}`, waitsFor === null ? [] : [waitsFor]]),
  )
  const idsOf: WaitsFor = ({ id, template }) => template?.waitsFor ?? waitsOfOwn.get(id) ?? []
  for (const draft of drafts) {
    draft.waitsFor = idsOf(draft).flatMap((id) => {
      const other = byId.get(id)
      if (!other || other.applies === 'no') return []
      // The template has no circle and waits for nothing of one's own: only own items can close one.
      if (draft.group === 'own' && other.group === 'own' && reaches(other, draft.id, byId, idsOf)) return []
      return [{ id: other.id, title: other.title, isDone: other.state !== 'open' }]
    })
  }
}

function reaches(from: Draft, id: string, byId: Drafts, idsOf: WaitsFor): boolean {
  const seen = new Set<string>()
  const next = [from]
  for (let at = next.pop(); at; at = next.pop()) {
    if (at.id === id) return true
    if (seen.has(at.id)) continue
    seen.add(at.id)
    for (const other of idsOf(at)) {
      const found = byId.get(other)
      if (found) next.push(found)
    }
  }
  return false
}

/**
 * From what waits to what is waited for, so that a chain moves as one. Done items and those not needed hold nobody up, and
 * an item that only may apply moves nothing for one that surely does.
 */
function pullEarlier(drafts: readonly Draft[], { leading, today }: ChecklistFacts): void {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  for (const draft of dependentsFirst(drafts, byId)) {
    if (draft.state !== 'open' || draft.applies === 'no' || draft.due.on === null) continue
    // A calendar that is over, while another one comes, hurries nothing any more.
    if (draft.calendar !== null && draft.calendar !== leading?.calendar && draft.due.on < today) continue
    for (const { id } of draft.waitsFor) {
      const other = byId.get(id)
      if (other?.state !== 'open' || other.due.on === null || other.due.on <= draft.due.on) continue
      if (isHeld(other) || (draft.applies !== 'yes' && other.applies === 'yes')) {
        if (draft.clash === null || other.due.on > draft.clash.on)
          draft.clash = { id: other.id, title: other.title, on: other.due.on }
      } else {
        other.due = {
          ...other.due,
          on: draft.due.on,
          isProjected: draft.due.isProjected,
          pulledFor: { id: draft.id, title: draft.title },
        }
      }
    }
  }
}

/** A day that is not ours to move: the person's own, or one that somebody outside sets. */
function isHeld({ due: { isOwn, rule, anchor } }: Draft): boolean {
  if (isOwn) return true
  if (!rule?.isFixed) return false
  return !COMPUTED.has(rule.at) || (anchor?.on != null && anchor.isPlanned)
}

/** Last safe exam days are computed by us: without a planned sitting they may be moved earlier. */
const COMPUTED: ReadonlySet<string> = new Set(['step1_day', 'step2ck_day', 'step3_day', 'oet_day'])

function dependentsFirst(drafts: readonly Draft[], byId: ReadonlyMap<string, Draft>): readonly Draft[] {
  const seen = new Set<string>()
  const order: Draft[] = []
  const visit = (draft: Draft) => {
    if (seen.has(draft.id)) return
    seen.add(draft.id)
    for (const { id } of draft.waitsFor) {
      const other = byId.get(id)
      if (other) visit(other)
    }
    order.push(draft)
  }
  drafts.forEach(visit)
  return order.reverse()
}
