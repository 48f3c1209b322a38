import type { CalendarDate } from '@/lib/dates/calendar-date'

/*
 * The papers that a person waits for. Whether one is done is known elsewhere (the profile's ECFMG steps, the checklist's
 * marks, the exams) and only there; what is recorded here is where it waits, and since when.
 */

export const PAPER_KEYS = [
  'ecfmg_application',
  'credentials',
  'pathway_application',
  'pathway_accepted',
  'oet',
  'certificate',
  'mspe',
  'school_transcript',
  'letters_translated',
  'eras_token',
  'fellowship_token',
  'photo',
] as const
export type PaperKey = (typeof PAPER_KEYS)[number]

/** With whom a paper lies. */
export const PAPER_HOLDERS = ['me', 'school', 'ecfmg', 'translator', 'ministry', 'eras', 'other'] as const
export type PaperHolder = (typeof PAPER_HOLDERS)[number]

/** What a person recorded of one paper. */
export type PaperTrack = {
  paper: PaperKey
  holder: PaperHolder | null
  /** Since when it lies there. */
  since: CalendarDate | null
  /** The day that was named, to ask on. */
  expectedOn: CalendarDate | null
  version: number
}
