import { Notice } from '@/app/_ui/notice'
import { SourceNote } from '@/app/_ui/source-note'
import { SOAP_RULES } from '@/lib/facts/nrmp'
import type { Conflict } from '@/lib/mentors/policy'
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

/** Why other programs are hidden, or what stays closed though they are shown; said to both sides in the same words. */
export function ConflictNotice({ view }: { view: MenteeView }) {
  const { conflict } = view.access
  if (!conflict || !view.may('list')) return null
  return (
    <Notice word={conflict.isLifted ? 'Conflict, list shown' : 'Other programs are hidden'}>
      {conflictWords(conflict, view)}
    </Notice>
  )
}

function conflictWords({ institution, isLifted }: Conflict, { name, by }: MenteeView): string {
  const you = by === 'preview' ? 'This mentor works' : 'You work'
  if (institution === null) {
    return by === 'preview'
      ? 'This mentor has not said where they work, so nothing of the list but their own programs can be shown.'
      : 'You have not said where you work, so only programs of your own could be shown. Say it under Mentees.'
  }
  const why = `${you} at ${institution}, which is on this list. Whoever may select for a listed program does not learn where else ${by === 'preview' ? 'you apply' : `${name} applies`}`
  return isLifted
    ? `${why}, unless the applicant shows it, as here. Contacts, interviews and the rank order stay closed.`
    : `${why}: every other program is hidden, and free notes with it.${by === 'preview' ? '' : ` ${name} can show you the list; never contacts, interviews or the rank order.`}`
}
