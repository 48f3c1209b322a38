import type { Instant } from '@/lib/dates/calendar-date'
import type { Pathway } from '@/lib/programs/pathway'

/**
 * What the field holds at most: far beyond MyERAS' limit, so that a text that is still too long is kept and not cut. The
 * limit itself is said beside the field (`statementLength`).
 */
export const STATEMENT_MOST = 60_000
export const TITLE_MOST = 120
export const VERSION_NAME_MOST = 120

/** One statement: what a program is sent, written for one pathway or for any. */
export type Statement = {
  readonly id: string
  readonly title: string
  /** Null: for any pathway. */
  readonly pathway: Pathway | null
  readonly text: string
  /** Counts the saves of the text; a form sends back the one it was made from, so that a stale save is refused. */
  readonly stamp: number
  readonly savedAt: Instant
}

/** How a version came to be kept. */
export const VERSION_ORIGINS = ['saved', 'other_window', 'set_aside', 'restored'] as const
export type VersionOrigin = (typeof VERSION_ORIGINS)[number]

export const VERSION_ORIGIN_WORDS: Readonly<Record<VersionOrigin, string>> = {
  saved: 'Saved by you',
  other_window: 'Typed in a window that was out of date, kept beside the other',
  set_aside: 'What stood here before another text took its place',
  restored: 'An earlier version, brought back',
}

/** A text as it was kept at one moment. Numbers count up within one statement and are never given twice. */
export type StatementVersion = {
  readonly id: string
  readonly number: number
  /** '' for none. */
  readonly name: string
  readonly origin: VersionOrigin
  readonly characters: number
  readonly keptAt: Instant
}

export function versionTitle({ number, name }: Pick<StatementVersion, 'number' | 'name'>): string {
  return name === '' ? `Version ${number}` : `Version ${number}, ${name}`
}

/** Why a finding is put aside. Each is a good reason: a finding is a suggestion. */
export const DISMISSAL_REASONS = ['misread', 'meant', 'advised', 'elsewhere'] as const
export type DismissalReason = (typeof DISMISSAL_REASONS)[number]

export const DISMISSAL_REASON_LABELS: Readonly<Record<DismissalReason, string>> = {
  misread: 'It was misread',
  meant: 'I mean it as it stands',
  advised: 'Someone who knows the field advised it',
  elsewhere: 'I will change it elsewhere',
}

/** A finding that was put aside: `key` is a finding's own, so it holds while the sentence's words do. */
export type Dismissal = { readonly key: string; readonly reason: DismissalReason }
