import { OWN_PREFIX } from '@/lib/checklist/checklist'
import { isTemplateItemId } from '@/lib/checklist/checklist-input'
import { SECTIONS, type Section } from '@/lib/mentors/policy'
import { fingerprint } from '@/lib/statement/fingerprint'
import { findParagraph, type Paragraph, paragraphsOf } from '@/lib/statement/paragraphs'

/*
 * What a comment hangs on. Everything here is named by its kind and id; the kind decides which section a mentor must be
 * let into, and the database holds the same table (app_note_section in the migrations).
 */

export const NOTE_KINDS = [
  'entry',
  'letter',
  'practice',
  'attempt',
  'item',
  'interview',
  'paragraph',
  'section',
  'question',
] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** The section that a grant must open, or 'any' for a question to the mentor, which any live grant lets them see. */
export const NOTE_SECTIONS = [...SECTIONS, 'any'] as const
export type NoteSection = (typeof NOTE_SECTIONS)[number]

/**
 * One thing that is spoken of. `id` is a row's, an item's name on the checklist, a section's name, or, for a paragraph,
 * its statement's; `anchor` then holds the paragraph as it read when it was commented on, and is '' for everything else.
 */
export type NoteTarget = { kind: NoteKind; id: string; anchor: string }

export const MOST_ANCHOR = 4000

/** A target that is a whole row or item. */
export function targetOf(kind: Exclude<NoteKind, 'paragraph'>, id: string): NoteTarget {
  return { kind, id, anchor: '' }
}

/** One paragraph of a statement; white space counts for nothing, since editors change it by themselves. */
export function paragraphTarget(statementId: string, paragraph: string): NoteTarget {
  return { kind: 'paragraph', id: statementId, anchor: asAnchor(paragraph) }
}

export function asAnchor(paragraph: string): string {
  return paragraph.replace(/\s+/g, ' ').trim().slice(0, MOST_ANCHOR)
}

const SECTION_OF: Readonly<Record<Exclude<NoteKind, 'section'>, NoteSection>> = {
  entry: 'list',
  letter: 'documents',
  practice: 'exams',
  attempt: 'exams',
  item: 'checklist',
  interview: 'interviews',
  paragraph: 'documents',
  question: 'any',
}

/** Sections that can be spoken of as a whole. Rank order is nobody's to comment on. */
export const WHOLE_SECTIONS = [
  'exams',
  'list',
  'documents',
  'checklist',
] as const satisfies readonly Section[]
export type WholeSection = (typeof WHOLE_SECTIONS)[number]

/** The section whose grant a target asks for; null for a target that cannot be. */
export function sectionOf({ kind, id }: Pick<NoteTarget, 'kind' | 'id'>): NoteSection | null {
  if (kind !== 'section') return SECTION_OF[kind]
  return WHOLE_SECTIONS.find((section) => section === id) ?? null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a target's name is well formed. Whether it is there, and whose it is, the database says. */
export function isTarget({ kind, id, anchor }: NoteTarget): boolean {
  if ((kind === 'paragraph') !== (anchor !== '')) return false
  switch (kind) {
    case 'section':
      return sectionOf({ kind, id }) !== null
    case 'item':
      return id.startsWith(OWN_PREFIX) ? UUID.test(id.slice(OWN_PREFIX.length)) : isTemplateItemId(id)
    default:
      return UUID.test(id)
  }
}

/** Where the applicant finds what a note is about. */
export function ownHref({ kind, id }: Pick<NoteTarget, 'kind' | 'id'>): string {
  const name = encodeURIComponent(id)
  switch (kind) {
    case 'entry':
      return `/list/${name}#comments`
    case 'letter':
      return `/documents/letters/${name}#comments`
    case 'practice':
      return `/exams/practice/${name}#comments`
    case 'attempt':
      return `/exams/attempts/${name}#comments`
    case 'item':
      return id.startsWith(OWN_PREFIX)
        ? `/checklist/own/${name.slice(OWN_PREFIX.length)}#comments`
        : `/checklist/${name}#comments`
    case 'interview':
      return `/interviews/${name}#comments`
    case 'paragraph':
      return `/documents/statements/${name}#comments`
    case 'section':
      return '/mentors/notes#comments'
    case 'question':
      return `/mentors/agenda#question-${name}`
  }
}

/** How a paragraph that was commented on stands in the text as it is now. */
export type ParagraphFate = { is: 'same' | 'changed'; paragraph: Paragraph } | { is: 'gone'; paragraph: null }

export function paragraphFate(anchor: string, text: string): ParagraphFate {
  const paragraph = findParagraph(paragraphsOf(text), { id: fingerprint(anchor), text: anchor })
  if (!paragraph) return { is: 'gone', paragraph: null }
  return { is: asAnchor(paragraph.text) === anchor ? 'same' : 'changed', paragraph }
}

/** Where a mentor finds it among the pages of this mentee. */
export function menteeHref(applicantId: string, { kind, id }: Pick<NoteTarget, 'kind' | 'id'>): string {
  const pages = `/mentees/${applicantId}`
  switch (kind) {
    case 'entry':
      return `${pages}/list/${encodeURIComponent(id)}#comments`
    case 'letter':
    case 'paragraph':
      return `${pages}/documents#${encodeURIComponent(id)}`
    case 'practice':
      return `${pages}/exams#practice-notes`
    case 'attempt':
      return `${pages}/exams#sittings`
    case 'item':
      return `${pages}/checklist#${encodeURIComponent(id)}`
    case 'interview':
      return `${pages}/interviews`
    case 'section':
      return id === 'exams' || id === 'list' || id === 'documents' || id === 'checklist'
        ? `${pages}/${id}#whole`
        : `${pages}/notes`
    case 'question':
      return `${pages}/notes#question-${encodeURIComponent(id)}`
  }
}
