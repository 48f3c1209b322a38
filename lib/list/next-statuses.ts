import { ENTRY_STATUSES, type EntryStatus } from './status'

/** What usually comes next. Anything else may be recorded as well: programs do the unusual, and history is filled in late. */
const USUAL_NEXT: Readonly<Record<EntryStatus, readonly EntryStatus[]>> = {
  considering: ['saved', 'applied', 'withdrawn'],
  saved: ['applied', 'considering', 'withdrawn'],
  applied: ['interview_invited', 'interview_waitlisted', 'rejected', 'withdrawn'],
  interview_invited: ['interview_scheduled', 'interview_waitlisted', 'interview_declined'],
  interview_scheduled: ['interviewed', 'interview_declined', 'rejected'],
  interview_waitlisted: ['interview_invited', 'interview_scheduled', 'rejected'],
  interviewed: ['ranked', 'not_ranked', 'offer_received', 'rejected'],
  interview_declined: ['withdrawn'],
  rejected: ['soap_applied'],
  withdrawn: ['applied'],
  ranked: ['matched', 'not_matched'],
  not_ranked: ['ranked'],
  offer_received: ['offer_accepted_outside', 'withdrawn'],
  offer_accepted_outside: ['deferred'],
  matched: ['deferred'],
  not_matched: ['soap_applied'],
  soap_applied: ['soap_accepted', 'rejected'],
  soap_accepted: ['deferred'],
  deferred: ['applied'],
}

/** The statuses that can be recorded after this one: the usual ones first, then all the others, never the same again. */
export function nextStatuses(current: EntryStatus): {
  usual: readonly EntryStatus[]
  other: readonly EntryStatus[]
} {
  const usual = USUAL_NEXT[current]
  return {
    usual,
    other: ENTRY_STATUSES.filter((status) => status !== current && !usual.includes(status)),
  }
}
