import { addDays, addMonths, type CalendarDate } from '@/lib/dates/calendar-date'
import type { Exam } from '@/lib/exams/attempt'
import { lastExamReportedBy, lastExamVisibleBy } from '@/lib/exams/report-window'
import { attemptSummary } from '@/lib/exams/summary'
import { event } from '@/lib/season/events'
import type { SeasonEvent } from '@/lib/season/season'
import type { CalendarUse } from './calendars'
import type { ChecklistFacts } from './facts'
import type { Anchor, DueRule } from './template-item'

/**
 * How firm a day is: announced, projected by a rule, the person's own plan, fixed by a definition or a rule of ECFMG's,
 * or computed by us from one of these.
 */
export type Certainty = 'published' | 'projected' | 'yours' | 'defined'

/** What a date hangs on, resolved for this person. Without a day it says why: never a guess. */
export type AnchorDay = {
  anchor: Anchor
  /** 'program review opens', in the middle of a sentence. */
  label: string
} & (
  | { on: CalendarDate; certainty: Certainty; isPlanned: boolean }
  | { on: null; missing: 'not_announced' | 'not_said'; note: string | null }
)

const EXAMS: Readonly<Partial<Record<Anchor, Exam>>> = {
  step1_day: 'step1',
  step2ck_day: 'step2ck',
  step3_day: 'step3',
  oet_day: 'oet',
}

/** The day of an anchor. `calendar` is the item's own, or the one that comes next for what is needed once. */
export function anchorDay(anchor: Anchor, facts: ChecklistFacts, calendar: CalendarUse | null): AnchorDay {
  const exam = EXAMS[anchor]
  if (exam) return examDay(anchor, exam, facts, calendar)
  switch (anchor) {
    case 'submit':
      return eventDay(anchor, calendar?.submit ?? null, 'submission opens')
    case 'review':
      return eventDay(anchor, calendar?.review ?? null, 'program review opens')
    case 'training_start':
      return {
        ...named(anchor, 'training starts'),
        on: facts.trainingStart,
        certainty: 'defined',
        isPlanned: false,
      }
    case 'graduation':
      return own(anchor, 'your graduation', facts.applicant.graduation.on)
    case 'certificate_end':
      return own(anchor, 'the last day of your certificate', facts.applicant.ecfmg.validUntil)
    case 'late_report':
      return own(anchor, 'the result is due and resent', facts.lateReport.on)
    case 'seven_years_end': {
      const { sevenYears } = facts
      const until = sevenYears.state === 'not_started' ? null : sevenYears.until
      const label = 'the last day of your seven years'
      return until === null
        ? { ...named(anchor, label), on: null, missing: 'not_said', note: null }
        : { ...named(anchor, label), on: until, certainty: 'defined', isPlanned: false }
    }
    default: {
      // What follows a match has no day where the match itself has none: those of fellowships were not found.
      if (AFTER_MAIN_MATCH.has(anchor) && !facts.calendars.some((use) => use.calendar === 'main'))
        return eventDay(anchor, null, 'the result of a fellowship match')
      const found = EVENTS.has(anchor) ? event(facts.season, anchor as SeasonEvent['key']) : null
      return eventDay(anchor, found, EVENT_LABELS[anchor] ?? found?.label ?? anchor)
    }
  }
}

const EVENT_LABELS: Readonly<Partial<Record<Anchor, string>>> = {
  img_eras_token_available: 'tokens are available',
  eras_fellowship_tokens: 'fellowship tokens are available',
  ecfmg_pathways_deadline: 'the Pathways close',
  nrmp_registration_opens: 'NRMP registration opens',
  nrmp_standard_registration_deadline: 'the standard registration deadline',
  nrmp_ranking_opens: 'ranking opens',
  nrmp_rol_deadline: 'the rank list deadline',
  match_week_start: 'Match Week',
  match_day: 'Match Day',
}
const AFTER_MAIN_MATCH: ReadonlySet<Anchor> = new Set(['match_week_start', 'match_day'])
const EVENTS: ReadonlySet<Anchor> = new Set(Object.keys(EVENT_LABELS) as Anchor[])

/** A planned sitting is the person's own day; without one it is the last day that still makes what waits for it. */
function examDay(anchor: Anchor, exam: Exam, facts: ChecklistFacts, calendar: CalendarUse | null): AnchorDay {
  const { pendingSince, plannedOn, passed, lastPassOn } = attemptSummary(facts.applicant.attempts ?? [], exam)
  const sitting = passed ? lastPassOn : (plannedOn ?? pendingSince)
  if (sitting !== null) {
    return { ...named(anchor, 'your exam day'), on: sitting, certainty: 'yours', isPlanned: true }
  }
  // Step 3 is read by those who rank; the others by those who review.
  const target =
    exam === 'step3'
      ? eventDay('nrmp_rol_deadline', event(facts.season, 'nrmp_rol_deadline'), 'the rank list deadline')
      : eventDay('review', calendar?.review ?? null, 'program review opens')
  if (target.on === null) return { ...target, anchor }
  const last = exam === 'step3' ? lastExamReportedBy(target.on, 'plan') : lastExamVisibleBy(target.on, 'plan')
  return {
    ...named(
      anchor,
      `the last exam day that makes ${exam === 'step3' ? 'the rank list deadline' : 'program review'}, with eight weeks for the result`,
    ),
    on: last,
    certainty: target.certainty,
    isPlanned: false,
  }
}

function eventDay(anchor: Anchor, found: SeasonEvent | null, label: string): AnchorDay {
  if (found?.on == null || found.status === 'not_announced') {
    return { ...named(anchor, label), on: null, missing: 'not_announced', note: found?.note ?? null }
  }
  return { ...named(anchor, label), on: found.on, certainty: found.status, isPlanned: false }
}

function own(anchor: Anchor, label: string, day: CalendarDate | null): AnchorDay {
  return day === null
    ? { ...named(anchor, label), on: null, missing: 'not_said', note: null }
    : { ...named(anchor, label), on: day, certainty: 'yours', isPlanned: true }
}

function named(anchor: Anchor, label: string) {
  return { anchor, label }
}

/** The day that a rule gives, months first and then days, or null while its anchor has none. */
export function dayOf(rule: DueRule, anchor: AnchorDay): CalendarDate | null {
  if (anchor.on === null) return null
  const month = rule.months === 0 ? anchor.on : addMonths(anchor.on, rule.months)
  return rule.days === 0 ? month : addDays(month, rule.days)
}
