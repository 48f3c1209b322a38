import { formatMonth } from '@/lib/dates/format'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { attemptsAt } from '@/lib/exams/summary'
import { joined } from '@/lib/fit/param-words'
import type { ClinicalExperience, Grade, LetterAuthor, Niche, Publication } from '@/lib/profile/applicant'
import { CLASS_STANDING_LABELS, CLINICAL_SPECIALTY_LABELS, LETTER_TOPIC_LABELS } from '@/lib/profile/words'
import type { TrajectoryPartKey } from '@/lib/strategy/trajectory'
import type { DatedSpan, StoryRecord } from './record'

/** Where an item belongs: one of E1's six parts, or a strength that stands beside them (D2). */
export type ItemPart = TrajectoryPartKey | 'strength'

/**
 * One true thing of the profile that a sentence may rest on. `clause` follows "I", `noun` follows "I bring"; nothing in
 * either is rounded up: observing is called observing, a submitted paper submitted (F7, E3).
 */
export type StoryItem = {
  /** Stable while the entry exists: a sentence names its grounds by it. */
  key: string
  part: ItemPart
  label: string
  clause: string
  noun: string
  span: DatedSpan | null
}

/** Every item that is there, in the order of E1's parts and of time. What is planned or promised is not there yet. */
export function storyItems(record: StoryRecord): readonly StoryItem[] {
  return [
    ...examItems(record, 'step1'),
    ...examItems(record, 'step2ck'),
    ...examItems(record, 'step3'),
    ...schoolItems(record),
    ...record.clinical.map((stay) => clinicalItem(stay, record)),
    ...trainingItems(record),
    ...researchItems(record),
    // What one wrote oneself stands before what one had a part in.
    ...record.publications
      .toSorted((a, b) => Number(b.author === 'first') - Number(a.author === 'first'))
      .map(publicationItem),
    ...letterItems(record),
    ...(record.applicant.niches ?? []).map((niche) => nicheItem(niche)),
    ...record.others.map(otherItem(record)),
  ]
}

function day(on: string): DatedSpan {
  return { startOn: on, endOn: on, isOngoing: false }
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

function examItems({ applicant }: StoryRecord, exam: 'step1' | 'step2ck' | 'step3'): StoryItem[] {
  const sat = attemptsAt(applicant.attempts ?? [], exam).filter(({ outcome }) => outcome !== 'planned')
  return sat.flatMap(({ takenOn, outcome, score }, index): StoryItem[] => {
    if (outcome === 'pending' || outcome === 'withheld') return []
    const name = EXAM_LABELS[exam]
    const when = formatMonth(takenOn)
    const number = score === null || outcome !== 'pass' ? '' : ` with ${score}`
    const nth = sat.length > 1 && outcome === 'pass' ? ` at the ${ORDINALS[index] ?? 'last'} attempt` : ''
    const what = outcome === 'pass' ? 'passed' : outcome === 'fail' ? 'did not pass' : 'did not complete'
    return [
      {
        key: `attempt:${exam}:${takenOn}`,
        part: exam === 'step1' ? 'step1' : 'step2ck',
        label: `${name}, ${when}: ${what}${number}${nth}`,
        clause: `${what} ${name}${number} in ${when}${nth}`,
        noun: outcome === 'pass' ? `a pass of ${name}${number}` : `an attempt at ${name} that I learned from`,
        span: day(takenOn),
      },
    ]
  })
}

const SUBJECTS = { pediatrics: 'pediatrics', medicine: 'internal medicine', neurology: 'neurology' } as const
const GOOD_GRADES: Readonly<Partial<Record<Grade, string>>> = { honors: 'honors', good: 'a good grade' }

function schoolItems({ applicant: { school, graduation } }: StoryRecord): StoryItem[] {
  const items: StoryItem[] = []
  if (graduation.status === 'graduated' && graduation.on !== null) {
    items.push({
      key: 'school:graduation',
      part: 'school',
      label: `Graduated from medical school, ${formatMonth(graduation.on)}`,
      clause: `graduated from medical school in ${formatMonth(graduation.on)}`,
      noun: 'a medical degree',
      span: day(graduation.on),
    })
  }
  // A lower half is no ground for a sentence; it stays on the transcript.
  if (school.standing === 'top_quarter' || school.standing === 'upper_half') {
    const standing = CLASS_STANDING_LABELS[school.standing].toLowerCase()
    const words = `in the ${standing}${school.standing === 'upper_half' ? ' of my class' : ''}`
    items.push({
      key: 'school:standing',
      part: 'school',
      label: `In the ${standing}${school.standing === 'upper_half' ? ' of the class' : ''}`,
      clause: `finished medical school ${words}`,
      noun: `a place ${words}`,
      span: null,
    })
  }
  for (const subject of ['pediatrics', 'medicine', 'neurology'] as const) {
    const grade = school[subject] === null ? undefined : GOOD_GRADES[school[subject]]
    if (grade === undefined) continue
    items.push({
      key: `school:${subject}`,
      part: 'school',
      label: `${grade.charAt(0).toUpperCase()}${grade.slice(1)} in ${SUBJECTS[subject]}`,
      clause: `earned ${grade} in ${SUBJECTS[subject]}`,
      noun: `${grade} in ${SUBJECTS[subject]}`,
      span: null,
    })
  }
  return items
}

const STAYS: Readonly<Record<ClinicalExperience['kind'], { did: string; noun: string }>> = {
  elective: { did: 'worked as a student', noun: 'an elective' },
  subinternship: { did: 'worked as a sub-intern', noun: 'a sub-internship' },
  externship: { did: 'worked hands-on', noun: 'an externship' },
  observership: { did: 'observed', noun: 'an observership' },
  telehealth: { did: 'took part from afar', noun: 'a remote rotation' },
}

function clinicalItem(stay: StoryRecord['clinical'][number], { spans }: StoryRecord): StoryItem {
  const key = `clinical:${stay.id}`
  const where = stay.specialty === 'other' ? 'in a US clinic' : `in ${specialty(stay)} in the US`
  const weeks = count(stay.weeks, 'week')
  const { did, noun } = STAYS[stay.kind]
  return {
    key,
    part: 'us_experience',
    label: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} of ${weeks} ${where}${stay.place ? `: ${stay.place}` : ''}`,
    clause: `${did} for ${weeks} ${where}`,
    noun: `${noun} of ${weeks} ${where}`,
    span: spans.get(key) ?? null,
  }
}

function specialty(stay: Pick<ClinicalExperience, 'specialty'>): string {
  return CLINICAL_SPECIALTY_LABELS[stay.specialty].toLowerCase()
}

function trainingItems({ applicant: { training } }: StoryRecord): StoryItem[] {
  const make = (key: string, months: number | null, what: string): StoryItem[] =>
    months === null || months === 0
      ? []
      : [
          {
            key: `training:${key}`,
            part: 'strength',
            label: `${count(months, 'month')} of ${what}`,
            clause: `completed ${count(months, 'month')} of ${what}`,
            noun: `${count(months, 'month')} of ${what}`,
            span: null,
          },
        ]
  return [
    ...make('acgme', training.acgmeMonths, 'ACGME-accredited training'),
    ...make('pediatrics', training.pediatricsMonths, 'pediatrics training'),
    ...make('medicine', training.medicineMonths, 'internal medicine training'),
  ]
}

function researchItems({ research, spans }: StoryRecord): StoryItem[] {
  return research.map(({ id, field, months, role, topic }) => {
    const key = `research:${id}`
    const what = field === 'genetics' ? 'genetics research' : 'research'
    const on = topic === '' ? '' : ` on ${lowered(topic)}`
    const long = count(months, 'month')
    return {
      key,
      part: 'research' as const,
      label: `${long} of ${what}${topic ? `: ${topic}` : ''}`,
      clause:
        role === 'lead'
          ? `led ${what}${on} for ${long}`
          : `${role === 'member' ? 'worked' : 'assisted'} for ${long} in ${what}${on}`,
      noun: `${long} of ${what}${on}`,
      span: spans.get(key) ?? null,
    }
  })
}

/** A topic in mid-sentence: an ordinary first capital goes, an abbreviation or a name of two capitals stays. */
function lowered(topic: string): string {
  return /^\p{Lu}\p{Ll}+(?:\s\p{Ll}|$)/u.test(topic) ? topic.charAt(0).toLowerCase() + topic.slice(1) : topic
}

const STATES: Readonly<Record<Publication['state'], { verb: string; adjective: string }>> = {
  published: { verb: 'published', adjective: '' },
  accepted: { verb: 'had accepted', adjective: 'accepted ' },
  submitted: { verb: 'submitted', adjective: 'submitted ' },
}

function publicationItem({
  id,
  field,
  kind,
  author,
  state,
  title,
}: StoryRecord['publications'][number]): StoryItem {
  const { verb, adjective } = STATES[state]
  const place = author === 'first' ? 'first-author' : 'co-authored'
  const thing = `${place} ${kind}${field === 'genetics' ? ' in genetics' : ''}`
  const article = adjective === 'accepted ' ? 'an' : 'a'
  return {
    key: `publication:${id}`,
    part: 'research',
    label: `${article.charAt(0).toUpperCase()}${article.slice(1)} ${adjective}${thing}${title ? `: ${title}` : ''}`,
    clause: `${verb} a ${thing}`,
    noun: `${article} ${adjective}${thing}`,
    span: null,
  }
}

const AUTHORS: Readonly<Record<LetterAuthor, string>> = {
  us_geneticist: 'a geneticist in the US',
  us_clinician: 'a physician in the US',
  us_researcher: 'a research supervisor in the US',
  home_geneticist: 'a geneticist outside the US',
  home_clinician: 'a physician outside the US',
}

function letterItems({ letters, spans }: StoryRecord): StoryItem[] {
  return letters
    .filter(({ state }) => state === 'in_hand')
    .map(({ id, author, topics, writer }) => {
      const of =
        topics.length === 0
          ? ''
          : ` on ${joined(
              topics.map((topic) => LETTER_TOPIC_LABELS[topic].toLowerCase()),
              'and',
            )}`
      return {
        key: `letter:${id}`,
        part: 'letters' as const,
        label: `Letter from ${writer === '' ? AUTHORS[author] : `${writer}, ${AUTHORS[author]}`}${of}`,
        clause: `have the word of ${AUTHORS[author]}${of}`,
        noun: `the word of ${AUTHORS[author]}${of}`,
        span: spans.get(`letter:${id}`) ?? null,
      }
    })
}

const NICHE_WORDS: Readonly<Record<Niche, { label: string; clause: string; noun: string }>> = {
  bioinformatics: {
    label: 'Bioinformatics or data science',
    clause: 'have worked in bioinformatics or data science',
    noun: 'bioinformatics or data science',
  },
  population_genetics: {
    label: 'Population genetics at home',
    clause: 'have worked in population genetics at home',
    noun: 'work in population genetics at home',
  },
  languages: {
    label: 'Languages that patients speak',
    clause: 'speak languages that patients speak',
    noun: 'languages that patients speak',
  },
  genetics_training_abroad: {
    label: 'Genetics training outside the US',
    clause: 'trained in genetics outside the US',
    noun: 'genetics training outside the US',
  },
  rare_disease_registry: {
    label: 'Work on a rare-disease registry',
    clause: 'have worked on a rare-disease registry',
    noun: 'work on a rare-disease registry',
  },
  counseling_underserved: {
    label: 'Counseling for families with little access to care',
    clause: 'have counseled families with little access to care',
    noun: 'counseling for families with little access to care',
  },
}

function nicheItem(niche: Niche): StoryItem {
  return { key: `niche:${niche}`, part: 'strength', span: null, ...NICHE_WORDS[niche] }
}

function otherItem({ spans }: StoryRecord) {
  return ({ id, title }: StoryRecord['others'][number]): StoryItem => {
    const key = `experience:${id}`
    return {
      key,
      part: 'strength',
      label: title,
      clause: `worked as ${title}`,
      noun: title,
      span: spans.get(key) ?? null,
    }
  }
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`
}
