import { ENTRY_STATUSES, type EntryStatus } from './status'

/** The columns of the board: statuses that ask for the same next thing stand together. */
export const STAGES = ['preparing', 'applied', 'interviews', 'interviewed', 'decided', 'ended'] as const
export type Stage = (typeof STAGES)[number]

const STAGE_OF: Readonly<Record<EntryStatus, Stage>> = {
  considering: 'preparing',
  saved: 'preparing',
  applied: 'applied',
  interview_invited: 'interviews',
  interview_scheduled: 'interviews',
  interview_waitlisted: 'interviews',
  interviewed: 'interviewed',
  ranked: 'decided',
  not_ranked: 'decided',
  offer_received: 'decided',
  offer_accepted_outside: 'decided',
  matched: 'decided',
  soap_applied: 'decided',
  soap_accepted: 'decided',
  interview_declined: 'ended',
  rejected: 'ended',
  withdrawn: 'ended',
  not_matched: 'ended',
  deferred: 'ended',
}

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  preparing: 'To apply',
  applied: 'Applied',
  interviews: 'Interview ahead',
  interviewed: 'Interviewed',
  decided: 'Rank list and offers',
  ended: 'Ended',
}

export function stageOf(status: EntryStatus): Stage {
  return STAGE_OF[status]
}

/** The statuses of a column, in the order in which they usually come. */
export function statusesOf(stage: Stage): EntryStatus[] {
  return ENTRY_STATUSES.filter((status) => STAGE_OF[status] === stage)
}
