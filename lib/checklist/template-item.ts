import type { Sourced } from '@/lib/facts/sourced'
import type { CriterionId } from '@/lib/fit/ledger'
import type { SeasonEventKey } from '@/lib/season/season'
import type { ConditionCode } from './conditions'
import type { DoneCode } from './derived-state'

/** The parts of the checklist, in the order in which a season meets them. `own` holds what the person wrote themselves. */
export const CHECKLIST_GROUPS = [
  'papers',
  'exams',
  'ecfmg',
  'experience',
  'letters',
  'application',
  'match',
  'after_match',
  'own',
] as const
export type ChecklistGroup = (typeof CHECKLIST_GROUPS)[number]

/**
 * What a date hangs on: an event of the season; `submit` and `review` of the calendar that the item belongs to; or a day
 * of the person's own (a planned exam, else the last day that still makes program review).
 */
export type Anchor =
  | SeasonEventKey
  | 'submit'
  | 'review'
  | 'training_start'
  | 'step1_day'
  | 'step2ck_day'
  | 'step3_day'
  | 'oet_day'
  | 'late_report'
  | 'graduation'
  | 'seven_years_end'
  | 'certificate_end'

/**
 * A day relative to its anchor; negative numbers lie before it. `rule`: somebody outside sets this day. `margin`: Locus
 * plans for it, so that what waits for it is not late. A fixed day is never moved earlier for the sake of another item.
 */
export type DueRule = {
  at: Anchor
  days: number
  months: number
  basis: 'rule' | 'margin'
  isFixed: boolean
}

type Span = { days?: number; weeks?: number; months?: number }

const span = (sign: 1 | -1, { days = 0, weeks = 0, months = 0 }: Span) => ({
  days: sign * (days + 7 * weeks),
  months: sign * months,
})
/** A planning margin of ours before or after an anchor. */
export const before = (at: Anchor, by: Span): DueRule => ({
  at,
  ...span(-1, by),
  basis: 'margin',
  isFixed: false,
})
export const after = (at: Anchor, by: Span): DueRule => ({
  at,
  ...span(1, by),
  basis: 'margin',
  isFixed: false,
})
/** The anchor's own day, set from outside. */
export const on = (at: Anchor): DueRule => ({ at, days: 0, months: 0, basis: 'rule', isFixed: true })

/** How long it takes from abroad. Where nobody publishes a time, that is said, and the words are planning advice. */
export type Takes = { words: string; basis: 'published' | 'margin' | 'not_published' }

/** Which calendars have the item: each one that the list uses, one of them, or the person whatever their calendars. */
export type ItemCalendars = 'each' | 'main' | 'fellowship' | 'once'

export type TemplateItem = {
  key: string
  group: Exclude<ChecklistGroup, 'own'>
  title: string
  why: string
  /** What the article says of it. */
  criteria: readonly CriterionId[]
  /** Where its rule was read. Empty: the field's practice, for which no published page was read. */
  rules: readonly Sourced<unknown>[]
  takes: Takes
  calendars: ItemCalendars
  /** All must hold; one that is not known makes the item "may apply". */
  appliesIf: readonly ConditionCode[]
  due: DueRule | null
  /** Not to be done before this day. */
  opens: DueRule | null
  waitsFor: readonly string[]
  /** What the product already knows that makes it done: any of them. */
  doneIf: readonly DoneCode[]
  /** Where it is mended or recorded. */
  href: string
  /** Whether it can be ticked here; an exam is recorded where exams are, so that nothing contradicts it. */
  isTickable: boolean
  /** The problem in words when it is missing on day one; null when submission does not wait for it. */
  missing: string | null
}

/** An item with the usual answers filled in. */
export function item(
  parts: Pick<TemplateItem, 'key' | 'group' | 'title' | 'why' | 'takes' | 'due'> & Partial<TemplateItem>,
): TemplateItem {
  return {
    criteria: [],
    rules: [],
    calendars: 'once',
    appliesIf: [],
    opens: null,
    waitsFor: [],
    doneIf: [],
    href: `/checklist#${parts.key}`,
    isTickable: true,
    missing: null,
    ...parts,
  }
}
