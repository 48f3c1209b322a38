import { partsOf } from '@/lib/dates/calendar-date'
import { attemptsAt } from '@/lib/exams/summary'
import { type Claim, type ClaimSubject, claimsIn, FOCUS_RULES, type FocusArea, focusIn } from './claims'
import type { StoryRecord } from './record'

/** A text that should tell the same story: the statement, a message, the notes for an interview, or a sentence of the story itself. */
export type ToldPlace = {
  kind: 'story' | 'statement' | 'additional_information' | 'contact' | 'interview'
  title: string
  href: string
  text: string
}

export type Disagreement =
  | {
      code: 'number'
      place: ToldPlace
      subject: ClaimSubject
      /** What the place says, and in which sentence. */
      claim: Claim
      /** What the profile holds; empty where it is silent and only the story says otherwise. */
      known: readonly number[]
      /** What the story says instead, where it speaks of it. */
      told: Claim | null
    }
  | { code: 'focus'; place: ToldPlace; says: readonly FocusArea[]; story: readonly FocusArea[] }

const WEEKS_A_MONTH = 365.25 / 12 / 7

/**
 * Where a place says something else than the profile or the three sentences. A number that the profile holds is right
 * wherever it stands, so one project's months beside the sum of all are no disagreement; where the profile is silent, the
 * story's own number is the measure. Another focus counts only where two places share none.
 */
export function disagreements(
  record: StoryRecord,
  sentences: readonly string[],
  places: readonly ToldPlace[],
): readonly Disagreement[] {
  const known = knownNumbers(record)
  const story = sentences.join('\n')
  const told = claimsIn(story)
  const focus = focusIn(story)
  return places.flatMap((place) => [
    ...claimsIn(place.text).flatMap((claim): Disagreement[] => {
      const numbers = known[claim.subject]
      const same = told.filter(({ subject }) => subject === claim.subject)
      const isRight =
        numbers.length > 0
          ? numbers.some((number) => agrees(claim, number))
          : same.length === 0 || same.some((one) => one.amount === claim.amount && one.unit === claim.unit)
      if (isRight) return []
      const other = place.kind === 'story' ? null : (same[0] ?? null)
      return [{ code: 'number', place, subject: claim.subject, claim, known: numbers, told: other }]
    }),
    ...focusDisagreement(place, focus),
  ])
}

function focusDisagreement(place: ToldPlace, story: readonly FocusArea[]): Disagreement[] {
  if (place.kind === 'story' || story.length === 0) return []
  const says = focusIn(place.text)
  if (says.length === 0 || says.some((area) => story.includes(area))) return []
  return [{ code: 'focus', place, says, story }]
}

/** Whether a claim can be said of a known number: what is counted in years is right when the months round to it. */
function agrees({ subject, amount, unit }: Claim, known: number): boolean {
  if (subject === 'research_months')
    return unit === 'years' ? Math.abs(known - amount * 12) <= 3 : known === amount
  if (subject === 'clinic_weeks') {
    return unit === 'months' ? Math.round(known / WEEKS_A_MONTH) === amount : known === amount
  }
  return known === amount
}

/** What the profile itself says of each subject; empty where it says nothing. Sums and single entries are both right. */
export function knownNumbers({ applicant }: StoryRecord): Readonly<Record<ClaimSubject, readonly number[]>> {
  const { attempts, research, clinical, publications, graduation } = applicant
  const sat = (exam: 'step1' | 'step2ck') =>
    attemptsAt(attempts ?? [], exam).filter(({ outcome }) => outcome !== 'planned')
  const scores = (exam: 'step1' | 'step2ck') =>
    sat(exam).flatMap(({ score }) => (score === null ? [] : [score]))
  const passes = (exam: 'step1' | 'step2ck') =>
    sat(exam).flatMap(({ outcome }, index) => (outcome === 'pass' ? [index + 1] : []))
  // A planned day is spoken of too.
  const years = (exam: 'step1' | 'step2ck') =>
    attemptsAt(attempts ?? [], exam).map(({ takenOn }) => partsOf(takenOn).year)
  const genetics = (research ?? []).filter(({ field }) => field === 'genetics')
  const counts = (of: NonNullable<typeof publications>) => [
    of.length,
    of.filter(({ kind }) => kind === 'paper').length,
    of.filter(({ author }) => author === 'first').length,
    of.filter(({ author, kind }) => author === 'first' && kind === 'paper').length,
    of.filter(({ state }) => state === 'published').length,
    of.filter(({ state }) => state !== 'submitted').length,
    of.filter(({ state }) => state === 'submitted').length,
  ]
  return {
    step1_score: scores('step1'),
    step2ck_score: scores('step2ck'),
    step1_attempt: passes('step1'),
    step2ck_attempt: passes('step2ck'),
    step1_year: years('step1'),
    step2ck_year: years('step2ck'),
    graduation_year: graduation.on === null ? [] : [partsOf(graduation.on).year],
    research_months: partsAndSums(
      (research ?? []).map(({ months }) => months),
      genetics.map(({ months }) => months),
    ),
    clinic_weeks: partsAndSums(
      (clinical ?? []).map(({ weeks }) => weeks),
      (clinical ?? []).filter(({ specialty }) => specialty === 'genetics').map(({ weeks }) => weeks),
    ),
    papers:
      publications === null || publications.length === 0
        ? []
        : [...counts(publications), ...counts(publications.filter(({ field }) => field === 'genetics'))],
  }
}

function partsAndSums(...lists: readonly (readonly number[])[]): number[] {
  return lists.flatMap((list) =>
    list.length === 0 ? [] : [...list, list.reduce((sum, one) => sum + one, 0)],
  )
}

const SUBJECT_WORDS: Readonly<Record<ClaimSubject, string>> = {
  step1_score: 'the number of Step 1',
  step2ck_score: 'the number of Step 2 CK',
  step1_attempt: 'the attempt at which Step 1 was passed',
  step2ck_attempt: 'the attempt at which Step 2 CK was passed',
  step1_year: 'the year of Step 1',
  step2ck_year: 'the year of Step 2 CK',
  graduation_year: 'the year of your graduation',
  research_months: 'how long your research took',
  clinic_weeks: 'how long you were in US clinics',
  papers: 'how many publications there are',
}

/** One disagreement in a sentence: what is said there, and what stands in the profile or the story. */
export function disagreementWords(found: Disagreement): string {
  if (found.code === 'focus') {
    const names = (areas: readonly FocusArea[]) => areas.map((area) => FOCUS_RULES[area].label).join(' and ')
    return `It speaks of ${names(found.says)}; your story speaks of ${names(found.story)}.`
  }
  const { subject, claim, known, told } = found
  const what = `On ${SUBJECT_WORDS[subject]} it says ${amountWords(claim)}`
  const units = subject === 'research_months' ? 'months' : subject === 'clinic_weeks' ? 'weeks' : 'one'
  if (known.length > 0) {
    const values = [...new Set(known)].filter((number) => number > 0).sort((a, b) => a - b)
    return `${what}; your profile has ${values.map((amount) => amountWords({ amount, unit: units })).join(' or ')}.`
  }
  return told ? `${what}; your story says ${amountWords(told)}.` : `${what}.`
}

function amountWords({ amount, unit }: Pick<Claim, 'amount' | 'unit'>): string {
  return unit === 'one' ? String(amount) : `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
}
