import { Notice } from '@/app/_ui/notice'
import { SourceNote } from '@/app/_ui/source-note'
import { SOAP_RULES } from '@/lib/facts/nrmp'
import type { Conflict } from '@/lib/mentors/policy'
import { conflictForMentor, conflictWords } from '@/lib/mentors/words'
import type { MenteeView } from '../_read/read-mentee'

/** From Monday of Match Week until SOAP ends: nobody may contact a program for an applicant (NRMP). */
export function NoContactNotice() {
  const { source, confidence } = SOAP_RULES
  return (
    <Notice kind="warn" word="Match Week">
      Until SOAP ends, nobody may contact a program for an applicant: no call, no mail, no word in the
      corridor. Programs make the first contact. Locus helps nobody to write to a program in these days.{' '}
      <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
    </Notice>
  )
}

/** Why other programs are hidden, or what stays closed though they are shown; each side reads it in the words of its page. */
export function ConflictNotice({ view }: { view: MenteeView }) {
  const { conflict } = view.access
  if (!conflict || !view.may('list')) return null
  return (
    <Notice word={conflict.isLifted ? 'Conflict, list shown' : 'Other programs are hidden'}>
      {wordsFor(conflict, view)}
    </Notice>
  )
}

function wordsFor(conflict: Conflict, { by, reading }: MenteeView): string {
  const isDeclared = conflict.institution !== null
  if (by === 'preview') {
    if (!isDeclared) return 'This mentor has not said where they work, so they see no program of your list.'
    const own = reading.listed.filter(({ program }) => conflict.programIds.includes(program.id))
    return conflictWords(
      own.map(({ program }) => program.sponsor),
      conflict.isLifted,
    )
  }
  return isDeclared
    ? conflictForMentor(conflict.isLifted)
    : 'You have not said where you work. Until you do, no program of this list is shown to you.'
}
