import type { EntryStatus, Signal } from './status'

type StatusTone = 'good' | 'warn' | 'bad' | 'neutral'

/** What a status is called, what it means, and its tone. 'rejected' is no shame: it is said plainly and quietly. */
export const STATUS_WORDS: Readonly<Record<EntryStatus, { label: string; hint: string; tone: StatusTone }>> =
  {
    considering: { label: 'Considering', hint: 'On this list only', tone: 'neutral' },
    saved: { label: 'Saved in MyERAS', hint: 'Chosen there, not paid or sent yet', tone: 'neutral' },
    applied: { label: 'Applied', hint: 'Sent to the program', tone: 'neutral' },
    interview_invited: { label: 'Interview offered', hint: 'Answer within 48 hours', tone: 'good' },
    interview_scheduled: { label: 'Interview scheduled', hint: 'You have a date', tone: 'good' },
    interview_waitlisted: { label: 'Interview waitlist', hint: 'No date yet', tone: 'warn' },
    interviewed: { label: 'Interviewed', hint: 'You met the program', tone: 'good' },
    interview_declined: {
      label: 'Interview declined',
      hint: 'You said no to the interview',
      tone: 'neutral',
    },
    rejected: { label: 'Rejected', hint: 'The program said no this season', tone: 'neutral' },
    withdrawn: { label: 'Withdrawn', hint: 'You took the application back', tone: 'neutral' },
    ranked: { label: 'Ranked', hint: 'On your rank list', tone: 'good' },
    not_ranked: { label: 'Not ranked', hint: 'Left off your rank list', tone: 'neutral' },
    offer_received: { label: 'Offer received', hint: 'An offer outside the Match', tone: 'good' },
    offer_accepted_outside: { label: 'Offer accepted', hint: 'Accepted outside the Match', tone: 'good' },
    matched: { label: 'Matched', hint: 'You matched here', tone: 'good' },
    not_matched: {
      label: 'Not matched here',
      hint: 'Ranked, and matched elsewhere or not at all',
      tone: 'neutral',
    },
    soap_applied: {
      label: 'SOAP application',
      hint: 'Applied in the Supplemental Offer program',
      tone: 'neutral',
    },
    soap_accepted: { label: 'SOAP offer accepted', hint: 'Accepted in SOAP', tone: 'good' },
    deferred: { label: 'Deferred', hint: 'Kept for a later season', tone: 'neutral' },
  }

export const SIGNAL_WORDS: Readonly<Record<Signal, string>> = {
  none: 'No signal',
  signal: 'Signal',
  gold: 'Gold signal',
  silver: 'Silver signal',
}
