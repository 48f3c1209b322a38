import type { CalendarDate } from '@/lib/dates/calendar-date'
import { EXPERIENCE_LIMITS } from '@/lib/facts/eras-limits'

/** The kinds of experience that MyERAS lets one choose from, in its own order. */
export const EXPERIENCE_TYPES = [
  'education',
  'military',
  'organization',
  'other',
  'research',
  'teaching',
  'volunteer',
  'work',
] as const
export type ExperienceType = (typeof EXPERIENCE_TYPES)[number]

export const EXPERIENCE_TYPE_LABELS: Readonly<Record<ExperienceType, string>> = {
  education: 'Education or training (rotations and observerships too)',
  military: 'Military service',
  organization: 'Professional organization',
  other: 'Other activity or hobby',
  research: 'Research',
  teaching: 'Teaching or mentoring',
  volunteer: 'Volunteering, service, advocacy',
  work: 'Work',
}

/** Which entry of the profile an experience tells of; null for one that stands in no list of the profile. */
export type ExperienceSource = `clinical:${string}` | `research:${string}`

/**
 * One experience as it will stand in MyERAS. `title` and `organization` are '' where the words of the profile's entry
 * are good enough: they then follow it. Days are the first of their month. `position` is null while it is kept aside.
 */
export type Experience = {
  id: string
  source: ExperienceSource | null
  type: ExperienceType
  title: string
  organization: string
  startOn: CalendarDate | null
  endOn: CalendarDate | null
  isOngoing: boolean
  isGenetics: boolean
  description: string
  isMeaningful: boolean
  meaning: string
  position: number | null
  version: number
}

const { max, mostMeaningfulMax, descriptionCharacters, mostMeaningfulExtraCharacters } =
  EXPERIENCE_LIMITS.value

/** What MyERAS takes; the source stands in lib/facts. */
export const MOST_EXPERIENCES = max
export const MOST_MEANINGFUL = mostMeaningfulMax
export const DESCRIPTION_MOST = descriptionCharacters
export const MEANING_MOST = mostMeaningfulExtraCharacters

/** More than anyone will choose ten from. Ours. */
export const MOST_KEPT = 60

/** What stands among the ten, in its order. */
export function chosen<T extends Pick<Experience, 'position' | 'id'>>(
  experiences: readonly T[],
): readonly T[] {
  return experiences
    .filter((one) => one.position !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1))
}

/** The ids among the ten with one moved a place up or down; the same order where it cannot move. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return ids
  const next = ids.filter((one) => one !== id)
  next.splice(to, 0, id)
  return next
}

/** A text's length as MyERAS counts it: letters, digits, spaces and punctuation, a line break as one. */
export function charactersOf(text: string): number {
  return text.replaceAll('\r\n', '\n').length
}
