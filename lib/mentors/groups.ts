import type { Section } from './policy'

/** What an applicant ticks: five groups of sections. */
export const GROUPS = ['exams', 'list', 'documents', 'interviews', 'checklist'] as const
export type Group = (typeof GROUPS)[number]

/** How far a group is open. Who may comment also reads. */
export const LEVELS = ['none', 'read', 'comment'] as const
export type Level = (typeof LEVELS)[number]
export type Levels = Readonly<Record<Group, Level>>

/** The sections of each group. Fit counts the profile, so whoever sees the fit sees what it counts. */
export const GROUP_SECTIONS: Readonly<Record<Group, readonly Section[]>> = {
  exams: ['exams'],
  list: ['list', 'profile'],
  documents: ['documents', 'story'],
  interviews: ['interviews', 'contacts', 'rank'],
  checklist: ['checklist'],
}

/** The group that a section belongs to. */
export function groupOfSection(section: Section): Group {
  const found = GROUPS.find((group) => GROUP_SECTIONS[group].includes(section))
  if (!found) throw new Error(`No group holds ${section}`)
  return found
}

export type Opened = { readSections: Section[]; commentSections: Section[] }

/** The sections that these levels open. `comment` is stored in both lists. */
export function sectionsOf(levels: Levels): Opened {
  const of = (...wanted: Level[]) =>
    GROUPS.filter((group) => wanted.includes(levels[group])).flatMap((group) => [...GROUP_SECTIONS[group]])
  return { readSections: of('read', 'comment'), commentSections: of('comment') }
}

/** The same for a link: it reads, and never the rank order, since nobody knows who holds it. */
export function linkSections(groups: readonly Group[]): Section[] {
  return GROUPS.filter((group) => groups.includes(group))
    .flatMap((group) => [...GROUP_SECTIONS[group]])
    .filter((section) => section !== 'rank')
}

/** How far each group is open in a stored grant: a group counts by the section that it is named for. */
export function levelsOf(opened: {
  readSections: readonly string[]
  commentSections: readonly string[]
}): Levels {
  const level = (group: Group): Level => {
    if (opened.commentSections.includes(group)) return 'comment'
    return opened.readSections.includes(group) ? 'read' : 'none'
  }
  return {
    exams: level('exams'),
    list: level('list'),
    documents: level('documents'),
    interviews: level('interviews'),
    checklist: level('checklist'),
  }
}

/** The groups that are open at all. */
export function openGroups(opened: {
  readSections: readonly string[]
  commentSections: readonly string[]
}): Group[] {
  const levels = levelsOf(opened)
  return GROUPS.filter((group) => levels[group] !== 'none')
}
