import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { MatchResult } from '@/lib/season/match-result'

/* What a person records of SOAP and of offers outside the Match, for one cycle. */

export type SoapRecord = {
  /** null: not said, so that what the product knows stands in. */
  isRegistered: boolean | null
  isVerified: boolean | null
  result: MatchResult | null
  /** The day on which the result came. */
  resultOn: CalendarDate | null
  /** The day on which the person asked for the whole home page again after a result that paused it. */
  resumedOn: CalendarDate | null
}

export const NO_SOAP_RECORD: SoapRecord = {
  isRegistered: null,
  isVerified: null,
  result: null,
  resultOn: null,
  resumedOn: null,
}

/** A program of the list (`entryId`), or one that is named in the person's own words. */
export type NamedProgram = { entryId: string | null; name: string }

export type SoapApplication = NamedProgram & { id: string; appliedOn: CalendarDate }

export const OFFER_ANSWERS = ['open', 'accepted', 'declined', 'expired'] as const
export type OfferAnswer = (typeof OFFER_ANSWERS)[number]

/** An offer of one of the four rounds, from a program applied to. */
export type SoapOffer = {
  id: string
  applicationId: string
  round: 1 | 2 | 3 | 4
  answer: OfferAnswer
  answeredOn: CalendarDate | null
}

export const OUTSIDE_OFFER_STATES = ['open', 'accepted', 'declined'] as const
export type OutsideOfferState = (typeof OUTSIDE_OFFER_STATES)[number]

export type OutsideOfferRow = NamedProgram & {
  id: string
  offeredOn: CalendarDate
  answerBy: CalendarDate | null
  state: OutsideOfferState
  decidedOn: CalendarDate | null
  /** The day on which the person withdrew from the Match because of it. */
  withdrawnOn: CalendarDate | null
  note: string
}
