/** Where an application stands, from the last of its dated status changes (DESIGN.md section 3). */
export const ENTRY_STATUSES = [
  'considering',
  'saved',
  'applied',
  'interview_invited',
  'interview_scheduled',
  'interview_waitlisted',
  'interviewed',
  'interview_declined',
  'rejected',
  'withdrawn',
  'ranked',
  'not_ranked',
  'offer_received',
  'offer_accepted_outside',
  'matched',
  'not_matched',
  'soap_applied',
  'soap_accepted',
  'deferred',
] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

export const SIGNALS = ['none', 'signal', 'gold', 'silver'] as const
export type Signal = (typeof SIGNALS)[number]
