import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import type { EntryStatus, Signal } from './status'

/** A program on the list of one cycle, as the table shows it. */
export type ListEntry = {
  id: string
  cycleId: string
  programId: string
  status: EntryStatus
  /** The day of the newest status change; null while there is none. */
  statusOn: CalendarDate | null
  /** The first day of applying, so that a deadline that has passed since closes nothing. */
  appliedOn: CalendarDate | null
  signal: Signal
  hasNote: boolean
  addedAt: Instant
}

export type StatusChange = {
  id: string
  status: EntryStatus
  on: CalendarDate
  note: string
  recordedAt: Instant
}

/** One entry's page: what the table knows, the note with the version it was read at, and the history, newest first. */
export type ListEntryDetail = ListEntry & { note: string; version: number; history: readonly StatusChange[] }
