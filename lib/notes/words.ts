import type { NoteSide, QuestionState, TaskState } from './note'
import type { NoteKind, NoteTarget, WholeSection } from './target'

/* How notes are spoken of. */

/** Signed under what someone wrote who has deleted their account. */
export const FORMER_MENTOR = 'a former mentor'

export const KIND_NAMES: Readonly<Record<Exclude<NoteKind, 'section'>, string>> = {
  entry: 'a program on the list',
  letter: 'a letter',
  practice: 'a practice result',
  attempt: 'an exam',
  item: 'an item of the checklist',
  interview: 'an interview',
  paragraph: 'a paragraph of a statement',
  question: 'a question for a talk',
}

const SECTION_NAMES: Readonly<Record<WholeSection, string>> = {
  exams: 'the exams as a whole',
  list: 'the list as a whole',
  documents: 'the documents as a whole',
  checklist: 'the checklist as a whole',
}

/** What a note is about, without naming it: 'a practice result'. Mails say no more than this. */
export function kindWords({ kind, id }: Pick<NoteTarget, 'kind' | 'id'>): string {
  if (kind !== 'section') return KIND_NAMES[kind]
  return SECTION_NAMES[id as WholeSection] ?? 'the cycle'
}

export const TASK_STATE_WORDS: Readonly<Record<TaskState, string>> = {
  suggested: 'suggested',
  accepted: 'on the checklist',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

export const QUESTION_STATE_WORDS: Readonly<Record<QuestionState, string>> = {
  open: 'to ask',
  answered: 'answered',
  dropped: 'dropped',
}

/** 'Dr Rao', 'You', or who is no more; `mentor` is null for someone whose account is gone. */
export function signedBy(
  { side, isMine }: { side: NoteSide; isMine: boolean },
  names: { applicant: string; mentor: string | null },
): string {
  if (isMine) return 'You'
  return side === 'applicant' ? names.applicant : (names.mentor ?? capital(FORMER_MENTOR))
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
