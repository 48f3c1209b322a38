import type { ReactNode } from 'react'
import type { Section } from '@/lib/mentors/policy'

/** The pages about one applicant that a mentor, a link and the preview show alike. */
export const MENTEE_PAGES = {
  overview: 'Overview',
  exams: 'Exams',
  list: 'List',
  documents: 'Documents',
  interviews: 'Interviews',
  checklist: 'Checklist',
} as const
export type MenteePage = keyof typeof MENTEE_PAGES

/** What each page shows, for the log that the applicant reads. What is not granted is not noted. */
export const PAGE_LOOKS = {
  overview: ['profile', 'exams', 'list', 'documents', 'interviews', 'checklist'],
  exams: ['exams'],
  list: ['list', 'profile'],
  documents: ['documents', 'profile', 'story'],
  interviews: ['interviews', 'contacts', 'rank'],
  checklist: ['checklist'],
} as const satisfies Record<MenteePage, readonly Section[]>

/** Where the pages of this reader stand: a mentor's, a link's and a preview's have different addresses. */
export type MenteePlaces = {
  /** The overview's address without a slash at its end. */
  base: string
  hrefOf: (page: MenteePage) => string
  entryHref: (entryId: string) => string
  /** Where a statement is read beside a version that was kept of it. */
  versionHref: (versionId: string) => string
  /** What is said to each other about one thing, and where all of it stands; nothing for readers who take no part. */
  notesOn?: NotesOn
  notesHref?: string
  /** How much is said about one thing, for a line that only leads to it; null for nothing. */
  saidOn?: SaidOn
}

export type SaidOn = (kind: NoteAbout, id: string) => { count: number; waits: boolean } | null

/** `anchor` is the paragraph's text where one of a statement is meant. */
export type NotesOn = (kind: NoteAbout, id: string, anchor?: string) => ReactNode
type NoteAbout =
  | 'entry'
  | 'letter'
  | 'practice'
  | 'attempt'
  | 'item'
  | 'interview'
  | 'paragraph'
  | 'section'
  | 'question'

/** The addresses of pages that each have a folder under `base`. */
export function menteePlaces(base: string): MenteePlaces {
  return {
    base,
    hrefOf: (page) => (page === 'overview' ? base : `${base}/${page}`),
    entryHref: (entryId) => `${base}/list/${entryId}`,
    versionHref: (versionId) => `${base}/documents?version=${versionId}#difference`,
  }
}
