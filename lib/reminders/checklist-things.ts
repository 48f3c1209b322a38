import type { Checklist } from '@/lib/checklist/checklist'
import { datedItems } from '@/lib/checklist/dated-items'
import type { SeasonEventKey } from '@/lib/season/season'
import type { DatedThing } from './dated-thing'

/** Exam days that are planned are reminded of as such. */
const EXAM_DAYS: ReadonlySet<string> = new Set(['step1_day', 'step2ck_day', 'step3_day', 'oet_day'])

/** The checklist's open items that surely apply and have a day. A door that somebody outside shuts is urgent. */
export function checklistThings(checklist: Checklist): DatedThing[] {
  const examDays = new Set(checklist.items.filter(({ due }) => isPlannedExam(due)).map(({ id }) => id))
  return datedItems(checklist)
    .filter(({ id }) => !examDays.has(id))
    .map(({ id, title, on, href, urgency, isProjected }) => ({
      kind: 'checklist' as const,
      id: `${checklist.seasonYear}:${id}`,
      title,
      urgency: urgency === 'deadline' ? ('urgent' as const) : ('ordinary' as const),
      href,
      isProjected,
      isDone: false,
      on,
      at: null,
    }))
}

/** A day of the season that means nothing to whoever did this item, which itself is due long before, or does not need it. */
const SETTLED_BY: Readonly<Record<string, SeasonEventKey>> = {
  pathway_application: 'ecfmg_pathways_deadline',
}

/**
 * The season's dates that an item of the checklist stands for, done or not: whoever ticked it off is not to hear of the
 * same day again as a date of the season.
 */
export function coveredEvents(checklist: Checklist): ReadonlySet<string> {
  const covered = checklist.items.flatMap(({ id, state, due, applies }) => {
    const settled = SETTLED_BY[id]
    if (settled) return applies === 'no' || state !== 'open' ? [settled] : []
    if (applies !== 'yes' || !due.rule?.isFixed || due.rule.days !== 0 || due.rule.months !== 0) return []
    if (due.rule.at === 'submit') return ['eras_submit_opens']
    if (due.rule.at === 'review') return ['eras_program_review_opens']
    return [due.rule.at]
  })
  return new Set(covered)
}

function isPlannedExam({ rule, anchor }: Checklist['items'][number]['due']): boolean {
  return Boolean(rule?.isFixed && EXAM_DAYS.has(rule.at) && anchor?.on != null && anchor.isPlanned)
}
