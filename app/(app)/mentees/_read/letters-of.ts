import { checklistPrograms } from '@/lib/checklist/programs'
import { neededBy } from '@/lib/letters/needed-by'
import { letterProblems } from '@/lib/letters/problems'
import type { MenteeView } from './read-mentee'

/** A mentee's letters as their own pages read them; programs are spoken of where the whole list is seen. */
export function lettersOf({ reading, season, may }: MenteeView) {
  const { letters, checklist, today, listed, sight } = reading
  const seesPrograms = may('list') && sight.isListWhole
  const programs = (seesPrograms ? listed : []).flatMap(({ entry, program }) =>
    checklistPrograms([entry], new Map([[program.id, program]]), season.year).length > 0
      ? [{ entryId: entry.id, program }]
      : [],
  )
  const needBy = neededBy(checklist)
  return {
    letters,
    seesPrograms,
    programs,
    needBy,
    problems: letterProblems({ letters, programs, needBy, today }),
  }
}
