import type { MatchResult } from '@/lib/season/match-result'
import type { SoapEligibility, SoapReason, SoapStepKey } from './desk'
import type { OutsideOfferReading } from './outside-offer'
import type { OfferAnswer, OutsideOfferState } from './record'
import type { AnswerSource } from './standing'

type Tone = 'good' | 'warn' | 'bad' | 'unknown' | 'neutral'

export const STEP_WORDS: Readonly<Record<SoapStepKey, { label: string; hint: string }>> = {
  match_week_start: {
    label: 'You learn whether you matched',
    hint: 'By mail and in NRMP’s own system. Where, comes on Friday.',
  },
  soap_applications_open: {
    label: 'SOAP applications open',
    hint: 'Through ERAS only, to programs of NRMP’s list of unfilled places.',
  },
  soap_program_review: {
    label: 'Programs read and may call you',
    hint: 'Keep your phone with you. They may contact you; you may answer.',
  },
  soap_round_1: { label: 'Round 1 of offers', hint: 'Two hours to answer.' },
  soap_round_2: { label: 'Round 2 of offers', hint: 'Two hours to answer.' },
  soap_round_3: { label: 'Round 3 of offers', hint: 'Two hours to answer.' },
  soap_round_4: { label: 'Round 4 of offers', hint: 'Two hours to answer.' },
  soap_ends: { label: 'SOAP ends', hint: 'From now on you may contact programs yourself.' },
  match_day: { label: 'Match Day', hint: 'Everyone learns where they matched.' },
}

export const ELIGIBILITY_WORDS: Readonly<
  Record<SoapEligibility['state'], { tone: Tone; word: string; title: string }>
> = {
  eligible: { tone: 'good', word: 'may take part', title: 'You may take part in SOAP.' },
  not_eligible: {
    tone: 'neutral',
    word: 'may not take part',
    title: 'SOAP is not open to you in this cycle.',
  },
  not_needed: { tone: 'good', word: 'not needed', title: 'You matched: you do not need SOAP.' },
  open: { tone: 'unknown', word: 'not known yet', title: 'Whether SOAP is open to you is not known yet.' },
}

export const REASON_WORDS: Readonly<Record<SoapReason, string>> = {
  not_registered: 'You are not registered with NRMP for this Match.',
  not_verified: 'ECFMG had not confirmed your requirements to NRMP by the rank list deadline.',
  matched: 'A match binds you and the program.',
  registration_unknown: 'Are you registered with NRMP for this Match?',
  verification_unknown: 'Has ECFMG confirmed your requirements to NRMP by the rank list deadline?',
  result_unknown: 'The result of the Match, which comes on the Monday of Match Week.',
}

export const RESULT_WORDS: Readonly<Record<MatchResult, { label: string; hint: string }>> = {
  matched: { label: 'I matched', hint: 'Where, NRMP says on Match Day' },
  partly_matched: {
    label: 'I matched partly',
    hint: 'A preliminary or an advanced position without its other half',
  },
  not_matched: { label: 'I did not match', hint: 'SOAP is the next step' },
}

/** How an answer is known, in words; null where it was said here. */
export function answerSourceWords(from: AnswerSource): string | null {
  if (from === 'checklist') return 'known from your checklist'
  if (from === 'list') return 'known from the statuses of your list'
  if (from === 'cycle') return 'known from how you closed this cycle'
  return null
}

export const OFFER_ANSWER_WORDS: Readonly<Record<OfferAnswer, { label: string; tone: Tone }>> = {
  open: { label: 'Waiting for your answer', tone: 'warn' },
  accepted: { label: 'Accepted: it binds', tone: 'good' },
  declined: { label: 'Declined', tone: 'neutral' },
  expired: { label: 'Ran out unanswered', tone: 'neutral' },
}

export const OUTSIDE_STATE_WORDS: Readonly<Record<OutsideOfferState, { label: string; tone: Tone }>> = {
  open: { label: 'Not answered yet', tone: 'warn' },
  accepted: { label: 'Accepted', tone: 'good' },
  declined: { label: 'Declined', tone: 'neutral' },
}

/** What an offer outside the Match asks for. `by` is the deadline in words, both clocks; '' where it is not announced. */
export function outsideOfferWords(
  { state, isProjected }: Pick<OutsideOfferReading, 'state' | 'isProjected'>,
  { by, isDeclined }: { by: string; isDeclined: boolean },
): { tone: Tone; text: string } {
  const marked = isProjected ? `${by} (projected)` : by
  switch (state) {
    case 'free':
      return {
        tone: 'neutral',
        text: `You may accept it. If you do, withdraw from the Match before ${marked}: after that a match binds.`,
      }
    case 'withdraw':
      return { tone: 'warn', text: `You accepted it: withdraw from the Match before ${marked}.` }
    case 'bound':
      return {
        tone: 'bad',
        text: `The rank list deadline was ${marked}, and no withdrawal is recorded here. A match binds, and nobody may hold both positions: ask NRMP before you sign anything.`,
      }
    case 'settled':
      return {
        tone: 'good',
        text: isDeclined ? 'You declined it. Nothing is owed.' : 'Nothing more is owed to the Match for it.',
      }
    case 'open':
      return {
        tone: 'unknown',
        text: 'The rank list deadline is not announced yet. Whoever accepts a position outside the Match withdraws before it.',
      }
  }
}
