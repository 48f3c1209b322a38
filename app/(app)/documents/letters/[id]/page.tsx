import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/app/_server/auth'
import { readLettersBasis } from '@/app/_server/letters-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { ownNotes, withOwnScope } from '@/db/access'
import { listContactsOfLetter } from '@/db/queries/contacts'
import { stagesStamp, writerStamp } from '@/db/queries/letter-tracks'
import { loadNotesOn } from '@/db/queries/notes'
import { formerAdvice, wayWords } from '@/lib/letters/way-words'
import { letterName } from '@/lib/letters/words'
import { targetOf } from '@/lib/notes/target'
import { CommentsPanel } from '../../../mentors/_notes/comments-panel'
import { AskPanel } from '../_components/ask-panel'
import { FormerNotice } from '../_components/former-notice'
import { LetterPrograms } from '../_components/letter-programs'
import { StageStrip } from '../_components/stage-strip'
import { StagesForm } from '../_components/stages-form'
import { ThanksPanel } from '../_components/thanks-panel'
import { WriterForm } from '../_components/writer-form'
import { removeLetterAction } from '../actions'

export const metadata: Metadata = { title: 'A letter' }

const DONE: Readonly<Record<string, string>> = {
  added: 'The letter is on your list. Say more about it below, as far as you know.',
  writer: 'Saved.',
  stages: 'Saved.',
  asked: 'Noted.',
  programs: 'Saved.',
  thanked: 'Your thanks are in the log.',
}

export default async function LetterPage({ params, searchParams }: PageProps<'/documents/letters/[id]'>) {
  const [{ id }, { done }, basis] = await Promise.all([params, searchParams, readLettersBasis()])
  const { letters, programs, needBy, desk } = basis
  const letter = letters.find((one) => one.id === id)
  if (!letter) notFound()
  const { today, zone } = desk.basis
  const viewer = await requireViewer()
  const [notes, written] = await withOwnScope(viewer, (scope) =>
    Promise.all([loadNotesOn(ownNotes(scope), targetOf('letter', id)), listContactsOfLetter(scope, id)]),
  )
  const advice = formerAdvice(letter, today)
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/documents/letters">Letters</BackLink>}
        title={letterName(letter)}
        lead={`${wayWords(letter)}.`}
        actions={<LinkButton href={`/documents/letters/${id}/brief`}>Brief for the writer</LinkButton>}
      />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="space-y-5">
          <Panel
            id="way"
            title="How far it is"
            lead="The five stages of a letter in ERAS. Enter the days that you know; each can be corrected."
          >
            <div className="space-y-5">
              {advice && <FormerNotice sentences={advice} />}
              <StageStrip letter={letter} />
              <StagesForm letter={letter} seen={stagesStamp(letter)} today={today} />
            </div>
          </Panel>
          <AskPanel letter={letter} needBy={needBy} today={today} zone={zone} />
          <ThanksPanel letter={letter} written={written} />
        </div>
        <div className="space-y-5">
          <Panel
            id="writer"
            title="Who writes it, and of what"
            lead="Kind, name and the first three topics are those of your profile: saved here, they are saved there."
          >
            <WriterForm letter={letter} seen={writerStamp(letter)} />
          </Panel>
          <CommentsPanel notes={notes} back={`/documents/letters/${id}`} zone={zone} />
        </div>
        <div className="space-y-5 xl:col-span-2">
          <LetterPrograms letter={letter} letters={letters} programs={programs} today={today} />
          <Disclosure summary="Remove this letter">
            <ActionForm
              id="remove"
              action={removeLetterAction}
              className="space-y-3"
              aria-label="Remove this letter"
            >
              <input type="hidden" name="id" value={id} />
              <p className="text-mute">
                It is gone for good, from your profile too
                {letter.assignments.length > 0 &&
                  `, and from ${letter.assignments.length} ${letter.assignments.length === 1 ? 'program' : 'programs'} that it is meant for`}
                . You can enter it again at any time.
              </p>
              <SubmitButton kind="danger" pendingLabel="Removing…">
                Remove it
              </SubmitButton>
            </ActionForm>
          </Disclosure>
        </div>
      </div>
    </>
  )
}
