import type { Source } from './source'
import type { Sourced } from './sourced'

/* From the exam day to a program that can see the result. */

const REPORTING_UPDATE: Source = {
  title:
    'USMLE score reporting timeline update, 6 March 2024 (as read 2026-10-03 by nbmecalc.com) (public transcription)',
  url: 'https://www.usmle.org/usmle-score-reporting-timeline-update',
  year: 2026,
}

/** Days from the exam to the report: the usual longest wait, and the wait that USMLE says to allow for. */
export const SCORE_REPORT_DAYS: Sourced<{ typical: number; plan: number }> = {
  value: { typical: 28, plan: 56 },
  from: '2024-03-06',
  to: null,
  confidence: 'secondary',
  source: REPORTING_UPDATE,
  note: 'USMLE says results are typically out within four weeks and advises allowing at least eight. It publishes no fixed weekday; Wednesday releases are applicant lore plus past practice.',
}

/** No yearly delay window may be built into a plan: USMLE has scheduled none since March 2024. */
export const SCHEDULED_DELAY_WINDOWS: Sourced<null> = {
  value: null,
  from: '2024-03-06',
  to: null,
  confidence: 'secondary',
  source: REPORTING_UPDATE,
  note: 'USMLE announced that it no longer schedules periods of delayed reports. The eight weeks remain the margin.',
}

/** The last delay with dates, as an example of what can happen. */
export const LAST_DATED_DELAY: Sourced<{ testedFrom: string; testedTo: string; reportedOn: string }> = {
  value: { testedFrom: '2019-06-23', testedTo: '2019-08-08', reportedOn: '2019-08-28' },
  from: '2019-06-23',
  to: '2019-08-28',
  confidence: 'official',
  source: {
    title: 'USMLE announcements: Step 2 CK delay of 2019',
    url: 'https://usmle.org/announcements/?ContentId=241',
    year: 2019,
  },
  note: 'Last window with dates in an official copy read. A further Step 2 CK delay happened in summer 2022 (about two months), exact dates not seen.',
}

const ADVISERS_MARGIN: Source = {
  title: "Advisers' planning margins, from a secondary guide; no official page found",
  url: null,
  year: null,
}

/** A new result does not reach programs by itself. */
export const NEW_SCORE_IS_RESENT: Sourced<string> = {
  value:
    'a new result is not sent by itself: the applicant resends scores in MyERAS; an assigned transcript cannot be unassigned',
  from: null,
  to: null,
  confidence: 'secondary',
  source: { title: 'University of Maryland residency application manual', url: null, year: null },
  note: null,
}

/** Working days that the transcript takes after the applicant has resent it. A margin for planning, not a deadline. */
export const TRANSCRIPT_RESEND_WORKING_DAYS: Sourced<{ min: number; max: number }> = {
  value: { min: 2, max: 3 },
  from: null,
  to: null,
  confidence: 'secondary',
  source: ADVISERS_MARGIN,
  note: 'A margin to add to the report estimate, not a published time.',
}

/** Days before the rank-list deadline by which ECFMG's verification should have reached NRMP. A margin, not a deadline. */
export const VERIFICATION_DAYS_BEFORE_RANK_LIST: Sourced<number> = {
  value: 14,
  from: null,
  to: null,
  confidence: 'secondary',
  source: ADVISERS_MARGIN,
  note: 'NRMP and ECFMG are said to exchange status weekly; two weeks leave room for one missed exchange.',
}
