import { buildChecklist, type Checklist, type Mark, type OwnItem } from '@/lib/checklist/checklist'
import { type DayOne, dayOne } from '@/lib/checklist/day-one'
import { checklistPrograms } from '@/lib/checklist/programs'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { passingScore } from '@/lib/exams/standards'
import { createEvaluator } from '@/lib/fit/evaluate'
import type { Ledger } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import { forecastDay } from '@/lib/forecast/exam-day'
import { bandOf, type ForecastResult, forecastFor } from '@/lib/forecast/forecast'
import { type ForecastOverrides, settingsWith } from '@/lib/forecast/overrides'
import { type ExamMark, examMarks, namedProblems, type Problem } from '@/lib/home'
import { letterCounts } from '@/lib/letters/counts'
import type { TrackedLetter } from '@/lib/letters/letter'
import type { ListEntry } from '@/lib/list/entry'
import { type Applicant, LETTER_TOPICS } from '@/lib/profile/applicant'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { createFactReader, type FactReader } from '@/lib/programs/resolve-fact'
import type { Season } from '@/lib/season/season'
import { type TimingVerdict, timingVerdict } from '@/lib/timing/verdict'
import type { Section } from './policy'

/** What a mentor may see of one applicant: the sections of the live grant, and whether a conflict hides programs. */
export type Sight = {
  may: (section: Section) => boolean
  /** False where the mentor's institution is on the list: then all but its own programs are hidden. */
  isListWhole: boolean
}

/** What is stored of one applicant, as far as a mentor's sight reaches; the rest is as if nothing were entered. */
export type MenteeRows = {
  season: Season
  applicant: Applicant
  results: readonly ForecastResult[]
  forecast: ForecastOverrides
  listed: readonly { entry: ListEntry; program: CatalogueProgram }[]
  marks: readonly Mark[]
  ownItems: readonly OwnItem[]
  letters: readonly TrackedLetter[]
}

export type ListedLedger = { entry: ListEntry; program: CatalogueProgram; ledger: Ledger }

/** The band of the forecast for a planned Step 2 CK day, beside the passing standard of that day. */
export type PlannedBand = { examOn: CalendarDate; low: number; high: number; standard: number }

/** One applicant read by the rules that drive their own pages, from what the mentor may see. */
export type MenteeReading = {
  sight: Sight
  season: Season
  today: CalendarDate
  applicant: Applicant
  verdict: TimingVerdict
  marks: readonly ExamMark[]
  /** Null while no day is planned or no practice result has a score. */
  band: PlannedBand | null
  listed: readonly ListedLedger[]
  /** Each with its way into ERAS, and with its programs as far as the list is seen. */
  letters: readonly TrackedLetter[]
  problems: readonly Problem[]
  checklist: Checklist
  day: DayOne | null
}

/**
 * The applicant without what is withheld: a section that the mentor may not see reads "not said" whatever is stored. Two
 * answers of the profile speak of attempts (that there are none, and that a fail is explained) and go with the exams.
 * Letters are of the documents too: without the profile they are known from there, and only that there are none is not.
 */
export function seenApplicant(
  { applicant, letters }: Pick<MenteeRows, 'applicant' | 'letters'>,
  may: Sight['may'],
): Applicant {
  const profile = may('profile') ? applicant : { ...EMPTY_APPLICANT, letters: documented(letters, may) }
  return {
    ...profile,
    attempts: may('exams') ? applicant.attempts : null,
    explanationOnFile: may('exams') ? profile.explanationOnFile : null,
  }
}

function documented(letters: readonly TrackedLetter[], may: Sight['may']): Applicant['letters'] {
  if (!may('documents') || letters.length === 0) return null
  return letters.map(({ author, state, topics }) => ({
    author,
    state,
    topics: LETTER_TOPICS.filter((topic) => topics.includes(topic)),
  }))
}

/**
 * What a mentor reads of the letters. What the person and a writer did together is between those two; a name that the
 * person noted may name an institution, which the mask hides; which programs read it is part of the list.
 */
function seenLetters(
  letters: readonly TrackedLetter[],
  { may, isListWhole }: Sight,
): readonly TrackedLetter[] {
  if (!may('documents')) return []
  return letters.map((letter) => ({
    ...letter,
    together: '',
    briefFacts: null,
    writer: isListWhole ? letter.writer : '',
    assignments: may('list') ? letter.assignments : [],
  }))
}

/**
 * Reads what a mentor may see of one applicant. What is withheld is left out here too, whatever the rows hold, so that no
 * verdict can rest on it. `today` and `zone` are the mentor's.
 */
export function readMentee(
  rows: MenteeRows,
  {
    sight,
    today,
    zone,
    facts = createFactReader(),
  }: {
    sight: Sight
    today: CalendarDate
    zone: string
    /** Shared by whoever reads several mentees at once: their lists name the same programs. */
    facts?: FactReader
  },
): MenteeReading {
  const { may } = sight
  const { season } = rows
  const applicant = seenApplicant(rows, may)
  const letters = seenLetters(rows.letters, sight)
  const attempts = applicant.attempts ?? []
  const evaluate = createEvaluator({ applicant, season, policy: FIT_POLICY, today, facts })
  const listed = (may('list') ? rows.listed : []).map(({ entry, program }) => ({
    entry,
    program,
    ledger: evaluate(program, entry.appliedOn),
  }))
  const verdict = timingVerdict({ season, today, attempts, examOn: null, zone })
  const checklist = buildChecklist({
    applicant,
    programs: checklistPrograms(
      listed.map(({ entry }) => entry),
      new Map(listed.map(({ program }) => [program.id, program])),
      season.year,
      facts,
    ),
    season,
    marks: may('checklist') ? rows.marks : [],
    ownItems: may('checklist') ? rows.ownItems : [],
    // Without both, whether a letter is assigned is not known here: then only what it says of itself counts.
    ...(may('documents') && may('list') && { letters: letterCounts(letters) }),
    today,
  })
  return {
    sight,
    season,
    today,
    applicant,
    verdict,
    marks: examMarks(applicant, today),
    band: may('exams') ? plannedBand(rows, attempts, today) : null,
    listed,
    letters,
    problems: namedProblems({ applicant, ledgers: listed.map(({ ledger }) => ledger), verdict }),
    checklist,
    day: dayOne(checklist),
  }
}

function plannedBand(
  { results, forecast }: MenteeRows,
  attempts: NonNullable<Applicant['attempts']>,
  today: CalendarDate,
): PlannedBand | null {
  const day = forecastDay(attempts, { today })
  if (day.because !== 'planned') return null
  const found = forecastFor(results, { examOn: day.on, today, settings: settingsWith(forecast) })
  const standard = passingScore('step2ck', day.on)
  return found && standard !== null ? { examOn: day.on, ...bandOf(found), standard } : null
}

/** Whether the mentor sees all that an item of the checklist rests on. */
export function seesWhole({ may, isListWhole }: Sight): boolean {
  return may('profile') && may('exams') && may('list') && may('documents') && isListWhole
}
