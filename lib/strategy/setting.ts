import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { FitPolicy } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import type { FactReader } from '@/lib/programs/resolve-fact'
import type { Season } from '@/lib/season/season'

/** Who asks, for which season, on which day: what every question of strategy needs. */
export type StrategySetting = {
  applicant: Applicant
  season: Season
  policy: FitPolicy
  today: CalendarDate
  /** Shared by all that is asked in one answer, so that each program's facts are read once. Not for the browser's props. */
  facts?: FactReader
}

/** One program on the person's list. `appliedOn` is the first day of applying, null while there is none. */
export type ListedProgram = { program: Program; appliedOn: CalendarDate | null }
