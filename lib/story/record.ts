import type { CalendarDate } from '@/lib/dates/calendar-date'
import type {
  Applicant,
  ClinicalExperience,
  Letter,
  Publication,
  ResearchExperience,
} from '@/lib/profile/applicant'

/** When something of the profile took place, by the key of its item: from the experiences, where days are given once. */
export type DatedSpan = { startOn: CalendarDate; endOn: CalendarDate | null; isOngoing: boolean }

/** The profile as a story reads it: the applicant, with the names and ids of what stands in its lists. */
export type StoryRecord = {
  applicant: Applicant
  clinical: readonly (ClinicalExperience & { id: string })[]
  research: readonly (ResearchExperience & { id: string; topic: string })[]
  publications: readonly (Publication & { id: string; title: string })[]
  letters: readonly (Letter & { id: string; writer: string })[]
  /** What the person added beside the profile among their experiences. */
  others: readonly { id: string; title: string; isGenetics: boolean; isCourse: boolean }[]
  /** The personal statements that hold a text, with the day on which each was last changed. */
  statements: readonly { id: string; title: string; changedOn: CalendarDate }[]
  spans: ReadonlyMap<string, DatedSpan>
}
