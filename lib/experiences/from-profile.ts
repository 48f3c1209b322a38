import { placeholdersIn } from '@/lib/contacts/placeholders'
import { type CalendarDate, partsOf } from '@/lib/dates/calendar-date'
import type { ClinicalExperience, Publication, ResearchExperience } from '@/lib/profile/applicant'
import { CLINICAL_KIND_LABELS, CLINICAL_SPECIALTY_LABELS } from '@/lib/profile/words'
import { erasMarks } from '@/lib/statement/eras-text'
import {
  charactersOf,
  DESCRIPTION_MOST,
  type Experience,
  type ExperienceSource,
  type ExperienceType,
  MEANING_MOST,
} from './experience'

/** What an entry of the profile already says of an experience, so that nobody types it twice. */
export type ProfileExperience = {
  source: ExperienceSource
  type: ExperienceType
  title: string
  organization: string
  isGenetics: boolean
  /** How long it took, as the profile has it. */
  months: number
  length: string
  /** A first description of the facts alone; what only the person knows stands in brackets. */
  start: string
  /** Where the entry itself is changed. */
  href: string
}

type Clinical = ClinicalExperience & { id: string }
type Research = ResearchExperience & { id: string; topic: string }

/** Every entry of the profile that MyERAS counts as an experience, in the profile's order: stays first, then research. */
export function profileExperiences(of: {
  clinical: readonly Clinical[]
  research: readonly Research[]
  publications: readonly Pick<Publication, 'field' | 'kind' | 'author' | 'state'>[]
}): readonly ProfileExperience[] {
  return [
    ...of.clinical.map(fromClinical),
    ...of.research.map((row) => fromResearch(row, of.publications, of.research.length === 1)),
  ]
}

const WEEKS_A_MONTH = 365.25 / 12 / 7

const POSITIONS: Readonly<Record<ClinicalExperience['kind'], string>> = {
  elective: 'Student on an elective',
  subinternship: 'Sub-intern',
  externship: 'Extern',
  observership: 'Observer',
  telehealth: 'Participant, remote rotation',
}

function fromClinical({ id, kind, specialty, place, weeks }: Clinical): ProfileExperience {
  const field = CLINICAL_SPECIALTY_LABELS[specialty].toLowerCase()
  const what = CLINICAL_KIND_LABELS[kind].replace(/ \(.*\)$/, '')
  return {
    source: `clinical:${id}`,
    type: 'education',
    title: specialty === 'other' ? POSITIONS[kind] : `${POSITIONS[kind]}, ${field}`,
    organization: place,
    isGenetics: specialty === 'genetics',
    months: weeks / WEEKS_A_MONTH,
    length: count(weeks, 'week'),
    // The visit's kind is named as it was: a graduate may only have observed.
    start: `${what} of ${count(weeks, 'week')}${specialty === 'other' ? '' : ` in ${field}`}. [What you saw or did there, with one patient or family, no names.] [What it taught you.]`,
    href: `/profile/clinical/${id}`,
  }
}

const ROLES: Readonly<Record<ResearchExperience['role'], string>> = {
  lead: 'Research lead',
  member: 'Research team member',
  assistant: 'Research assistant',
}

function fromResearch(
  { id, field, months, role, topic }: Research,
  publications: readonly Pick<Publication, 'field' | 'kind' | 'author' | 'state'>[],
  isOnly: boolean,
): ProfileExperience {
  const what = field === 'genetics' ? 'genetics' : 'another field'
  // Which project a publication came of is known only where there is one project.
  const came = isOnly ? publications.filter((one) => one.field === field) : []
  const led =
    came.length === 0
      ? ''
      : ` It led to ${came.map(({ author, kind, state }) => `${author === 'first' ? 'a first-author' : 'a co-authored'} ${kind} (${state})`).join(', ')}.`
  return {
    source: `research:${id}`,
    type: 'research',
    title: ROLES[role],
    organization: '',
    isGenetics: field === 'genetics',
    months,
    length: count(months, 'month'),
    start: `${count(months, 'month')} in ${what}${topic ? `: ${topic}` : ''}. [The question, and your own part in it.]${led} [What it taught you.]`,
    href: `/profile/research/${id}`,
  }
}

/** An experience with the profile's words where it has none of its own; `profile` is null where its entry is gone or never was. */
export type ShownExperience = Experience & {
  profile: ProfileExperience | null
  shownTitle: string
  shownOrganization: string
}

/** For an experience whose entry of the profile is gone, or not shown to whoever reads. */
const KIND_TITLES: Readonly<Record<ExperienceType, string>> = {
  education: 'Education or training',
  military: 'Military service',
  organization: 'Professional organization',
  other: 'Other activity',
  research: 'Research',
  teaching: 'Teaching',
  volunteer: 'Volunteering',
  work: 'Work',
}

export function shown(experience: Experience, profile: readonly ProfileExperience[]): ShownExperience {
  const entry = profile.find(({ source }) => source === experience.source) ?? null
  return {
    ...experience,
    profile: entry,
    isGenetics: entry ? entry.isGenetics : experience.isGenetics,
    shownTitle: experience.title || entry?.title || KIND_TITLES[experience.type],
    shownOrganization: experience.organization || entry?.organization || '',
  }
}

export type ExperienceProblem =
  | { code: 'no_dates' }
  | { code: 'no_description' }
  | { code: 'unfinished' }
  | { code: 'too_long'; over: number }
  | { code: 'no_meaning' }
  | { code: 'meaning_too_long'; over: number }
  | { code: 'length_differs'; dated: number; said: string }
  | { code: 'odd_characters'; count: number }

/** How far apart the dates and the profile's own length may lie before it is said. Ours: half again, and two months at least. */
const MONTHS_APART = 2

/** What is still wrong with one experience, the weightier first. A text that MyERAS would refuse is kept here and named. */
export function experienceProblems(one: ShownExperience, today: CalendarDate): readonly ExperienceProblem[] {
  const problems: ExperienceProblem[] = []
  const over = charactersOf(one.description) - DESCRIPTION_MOST
  if (over > 0) problems.push({ code: 'too_long', over })
  const meaningOver = charactersOf(one.meaning) - MEANING_MOST
  if (one.isMeaningful && meaningOver > 0) problems.push({ code: 'meaning_too_long', over: meaningOver })
  if (one.startOn === null) problems.push({ code: 'no_dates' })
  if (one.description.trim() === '') problems.push({ code: 'no_description' })
  if (placeholdersIn(`${one.description}\n${one.meaning}`).length > 0) problems.push({ code: 'unfinished' })
  if (one.isMeaningful && one.meaning.trim() === '') problems.push({ code: 'no_meaning' })
  const dated = datedMonths(one, today)
  if (one.profile && dated !== null) {
    const apart = Math.max(MONTHS_APART, one.profile.months / 2)
    // Calendar months are counted whole, so a stay of five weeks may touch three of them.
    if (Math.abs(dated - one.profile.months) > apart) {
      problems.push({ code: 'length_differs', dated, said: one.profile.length })
    }
  }
  const odd = erasMarks(`${one.description}${one.isMeaningful ? one.meaning : ''}`).length
  if (odd > 0) problems.push({ code: 'odd_characters', count: odd })
  return problems
}

function datedMonths({ startOn, endOn, isOngoing }: Experience, today: CalendarDate): number | null {
  const end = endOn ?? (isOngoing ? today : null)
  if (startOn === null || end === null) return null
  const from = partsOf(startOn)
  const to = partsOf(end)
  return (to.year - from.year) * 12 + to.month - from.month + 1
}

export function experienceProblemWords(problem: ExperienceProblem): string {
  switch (problem.code) {
    case 'no_dates':
      return 'No dates yet.'
    case 'no_description':
      return 'No description yet.'
    case 'unfinished':
      return 'Places in brackets still wait for your words.'
    case 'too_long':
      return `The description is ${count(problem.over, 'character')} over ${DESCRIPTION_MOST}.`
    case 'no_meaning':
      return 'Among the most meaningful, and not said yet why.'
    case 'meaning_too_long':
      return `Why it was meaningful is ${count(problem.over, 'character')} over ${MEANING_MOST}.`
    case 'length_differs':
      return `The dates make ${count(problem.dated, 'month')}; your profile says ${problem.said}.`
    case 'odd_characters':
      return `${count(problem.count, 'character')} may arrive changed in MyERAS: look at the preview there.`
  }
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`
}
