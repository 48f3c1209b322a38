import { GROUPS, type Group, type Level, type Levels } from './groups'
import type { LookKind } from './look'

export const GROUP_WORDS: Readonly<Record<Group, { label: string; opens: string }>> = {
  exams: { label: 'Exams', opens: 'Attempts and scores, practice results, the forecast, study and timing.' },
  list: {
    label: 'List and fit',
    opens:
      'The programs on your list with their status and fit, what you noted about them, and the facts of your profile that fit counts (visa need, research, US experience, what kind of letters you have).',
  },
  documents: {
    label: 'Documents and story',
    opens:
      'Statements with the versions you kept; letters (who writes, how far each is, what it speaks of; for which programs only if the list is open too); papers, experiences, and your story.',
  },
  interviews: {
    label: 'Interviews and rank',
    opens:
      'Interviews with your notes, contacts with programs, and your rank order. Closed to anyone who works at a program on your list.',
  },
  checklist: { label: 'Checklist', opens: 'What is to be done, by when, and what you wrote beside it.' },
}

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  none: 'Nothing',
  read: 'Read',
  comment: 'Read and comment',
}

/** 'Exams, and list and fit with comments' in one plain line: what a grant opens. */
export function levelsWords(levels: Levels): string {
  const parts = GROUPS.flatMap((group) => {
    if (levels[group] === 'none') return []
    const label = GROUP_WORDS[group].label.toLowerCase()
    return [levels[group] === 'comment' ? `${label} (may comment)` : label]
  })
  if (parts.length === 0) return 'Nothing is open'
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a link opens, in one line: of the last group never the rank order. */
export function linkWords(groups: readonly Group[]): string {
  return groups.map((group) => linkGroupLabel(group).toLowerCase()).join(', ')
}

export function linkGroupLabel(group: Group): string {
  return group === 'interviews' ? 'Interviews and contacts' : GROUP_WORDS[group].label
}

/** What one person really sees of a group, in a word or two; who comments also reads. A conflict closes more than the grant. */
export function seenWords(
  level: Level,
  group: Group,
  conflict: { isLifted: boolean } | null,
): 'nothing' | 'reads' | 'comments' | 'their own program' {
  if (level === 'none' || (conflict && group === 'interviews')) return 'nothing'
  if (conflict && !conflict.isLifted && group === 'list') return 'their own program'
  return level === 'read' ? 'reads' : 'comments'
}

export const LOOK_WORDS: Readonly<Record<LookKind, string>> = {
  profile: 'Profile',
  exams: 'Exams',
  list: 'List and fit',
  documents: 'Documents',
  story: 'Story',
  contacts: 'Contacts',
  interviews: 'Interviews',
  rank: 'Rank order',
  checklist: 'Checklist',
  roster: 'Your line among their mentees',
}

/** Signed so where a mentor has deleted their account. */
export const FORMER_MENTOR = 'A former mentor'

/** Why a mentor sees less than was opened, for the applicant. `programs` are names; none where they have not said where they work. */
export function conflictWords(programs: readonly string[], isLifted: boolean): string {
  if (programs.length === 0)
    return isLifted
      ? 'They have not said where they work. You show them your list all the same; your interviews, contacts and rank order stay closed until they do.'
      : 'They have not said where they work. Until they do, your list is hidden from them, and your interviews, contacts and rank order are closed.'
  const where = ` (${programs.join(', ')})`
  return isLifted
    ? `They work at a program on your list${where}. You show them the whole list all the same; your interviews, contacts and rank order stay closed to them.`
    : `They work at a program on your list${where}. Every other program is hidden from them, and your interviews, contacts and rank order are closed.`
}

/** The same for the mentor. */
export function conflictForMentor(isLifted: boolean): string {
  return isLifted
    ? 'Your institution is on this list. The applicant shows you the whole list all the same. Interviews, contacts and the rank order stay closed to anyone who may select there.'
    : 'Your institution is on this list, so you see its entries and no other program. Interviews, contacts and the rank order are closed to anyone who may select there.'
}
