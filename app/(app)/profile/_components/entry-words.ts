import type { ClinicalRow, LetterRow, PublicationRow, ResearchRow } from '@/db/queries/profile'
import {
  AUTHOR_LABELS,
  CLINICAL_KIND_LABELS,
  CLINICAL_SPECIALTY_LABELS,
  LETTER_AUTHOR_LABELS,
  LETTER_STATE_LABELS,
  LETTER_TOPIC_LABELS,
  PUBLICATION_KIND_LABELS,
  PUBLICATION_STATE_LABELS,
  RESEARCH_FIELD_LABELS,
  RESEARCH_ROLE_LABELS,
} from '@/lib/profile/words'

/** One entry in two lines: what it is called in its list, and the rest. */
export type EntryWords = { title: string; detail: string }

export function clinicalWords({ kind, specialty, place, weeks }: ClinicalRow): EntryWords {
  return {
    title: place || CLINICAL_SPECIALTY_LABELS[specialty],
    detail: line(
      CLINICAL_KIND_LABELS[kind].replace(/ \(.*\)$/, ''),
      place && CLINICAL_SPECIALTY_LABELS[specialty],
      count(weeks, 'week'),
    ),
  }
}

export function researchWords({ field, role, months, isInUs, topic }: ResearchRow): EntryWords {
  return {
    title: topic || RESEARCH_FIELD_LABELS[field],
    detail: line(
      topic && RESEARCH_FIELD_LABELS[field],
      RESEARCH_ROLE_LABELS[role],
      count(months, 'month'),
      isInUs ? 'in the US' : 'outside the US',
    ),
  }
}

export function publicationWords({ field, kind, author, state, title }: PublicationRow): EntryWords {
  return {
    title: title || PUBLICATION_KIND_LABELS[kind],
    detail: line(
      title && PUBLICATION_KIND_LABELS[kind],
      RESEARCH_FIELD_LABELS[field],
      AUTHOR_LABELS[author],
      PUBLICATION_STATE_LABELS[state],
    ),
  }
}

export function letterWords({ author, state, topics, writer }: LetterRow): EntryWords {
  const labels: Readonly<Record<string, string>> = LETTER_TOPIC_LABELS
  return {
    title: writer || LETTER_AUTHOR_LABELS[author],
    detail: line(
      writer && LETTER_AUTHOR_LABELS[author],
      LETTER_STATE_LABELS[state],
      ...topics.map((topic) => labels[topic] ?? topic),
    ),
  }
}

function line(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

function count(number: number, unit: string): string {
  return `${number} ${number === 1 ? unit : `${unit}s`}`
}
