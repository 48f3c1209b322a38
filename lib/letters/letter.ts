import type { CalendarDate } from '@/lib/dates/calendar-date'
import { LETTER_LIMITS } from '@/lib/facts/eras-limits'
import { type LETTER_STATES, LETTER_TOPICS, type LetterAuthor } from '@/lib/profile/applicant'

/*
 * A letter as the documents know it: the row of the profile (who writes, in hand or promised, what it speaks of), with
 * what happens to it on its way into ERAS.
 */

/** The way of a letter into ERAS (DESIGN.md 3). `assigned` is said per program. */
export const LETTER_STAGES = ['created', 'confirmed', 'requested', 'uploaded', 'assigned'] as const
export type LetterStage = (typeof LETTER_STAGES)[number]

/** How well the writer knows the person's work. */
export const KNOWLEDGE = ['supervised', 'worked_with', 'little'] as const
export type Knowledge = (typeof KNOWLEDGE)[number]

/** The right to read the letter, given up or kept. */
export const WAIVERS = ['waived', 'kept'] as const
export type Waiver = (typeof WAIVERS)[number]

/** The days on which a writer works: weeks differ by place. */
export const WORK_WEEKS = ['mon_fri', 'sun_thu', 'mon_sat'] as const
export type WorkWeek = (typeof WORK_WEEKS)[number]

/** What directors look for (A5), beside what the profile asks of a letter (E5). */
export const DIRECTOR_TOPICS = ['demanding_content', 'molecular_and_statistics', 'families_and_care'] as const
export type DirectorTopic = (typeof DIRECTOR_TOPICS)[number]

export type ProfileTopic = (typeof LETTER_TOPICS)[number]
export type CoverageTopic = ProfileTopic | DirectorTopic
export const COVERAGE_TOPICS: readonly CoverageTopic[] = [...LETTER_TOPICS, ...DIRECTOR_TOPICS]

/** ERAS' limit of letters for one program. */
export const MOST_PER_PROGRAM = LETTER_LIMITS.value.maxAssignedPerProgram

/** A letter meant for a program of the list; `assignedOn` null while it is only planned and not yet done in ERAS. */
export type LetterAssignment = { entryId: string; programId: string; assignedOn: CalendarDate | null }

/** The days that a person records; `assigned` has its day with each program. */
export type StageDays = {
  createdOn: CalendarDate | null
  confirmedOn: CalendarDate | null
  requestedOn: CalendarDate | null
  uploadedOn: CalendarDate | null
}

/** What is left of the way in an earlier season, beside this season's days. */
export type FormerWay = {
  /** Null where it was only asked for then: that request has lapsed. */
  uploadedOn: CalendarDate | null
  /** When MyERAS opens for this season; null where it is not announced. */
  opensOn: CalendarDate | null
  isProjected: boolean
}

/** A letter as the season of the current cycle finds it: days of an earlier one stand in `former` alone (`season.ts`). */
export type TrackedLetter = StageDays & {
  id: string
  author: LetterAuthor
  state: (typeof LETTER_STATES)[number]
  /** Everything it speaks of, of both kinds, in the order of COVERAGE_TOPICS. */
  topics: readonly CoverageTopic[]
  writer: string
  knowledge: Knowledge | null
  waiver: Waiver | null
  /** The writer's zone, an IANA name; null while it is not said. */
  zone: string | null
  week: WorkWeek
  /** The days on which the person asked again, the earliest first. */
  askedOn: readonly CalendarDate[]
  /** A day of the person's own to ask again, in place of the suggested one. */
  askAgainOn: CalendarDate | null
  /** What they did together, in the person's words: for the brief. */
  together: string
  /** The facts of the profile that the brief shows, by their keys; null: those that it would choose. */
  briefFacts: readonly string[] | null
  assignments: readonly LetterAssignment[]
  former: FormerWay | null
}
