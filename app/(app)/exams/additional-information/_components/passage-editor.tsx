'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { FormStatus } from '@/app/_ui/form-status'
import { KeptForm } from '@/app/_ui/kept-form'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ActionState } from '@/lib/errors/action-state'
import { PASSAGE_LIMIT } from '@/lib/exams/additional-information'
import type { Exam } from '@/lib/exams/attempt'
import { asPlainTyping } from '@/lib/statement/eras-text'
import { sortFindings } from '@/lib/statement/finding-words'
import type { Dismissal } from '@/lib/statement/statement'
import type { TextReading } from '@/lib/statement/text-reading'
import { DraftLine } from '../../../documents/_writing/draft-line'
import { FindingList } from '../../../documents/_writing/finding-list'
import { LeftDraftNotice } from '../../../documents/_writing/left-draft-notice'
import { type FieldHandle, MarkedField } from '../../../documents/_writing/marked-field'
import { textMarks } from '../../../documents/_writing/text-marks'
import { TextNotes } from '../../../documents/_writing/text-notes'
import { useDraft } from '../../../documents/_writing/use-draft'
import { useReading } from '../../../documents/_writing/use-reading'
import { savePassageAction } from '../actions'
import { PassageChecks } from './passage-checks'

/**
 * The passage, read as a statement is and held to B6's own asks. What is typed is kept in this browser until it is saved. The
 * draft goes into the field by a link that works without script, and what it replaced can be brought back.
 */
export function PassageEditor({
  attemptKey,
  exam,
  stored,
  shown,
  reading,
  dismissals,
  zone,
  draft,
  draftHref,
  owner,
}: {
  attemptKey: string
  exam: Exam
  stored: { text: string; stamp: number }
  /** What stands in the field at first, with its reading: the saved passage, or the draft where it was asked for. */
  shown: string
  reading: TextReading
  dismissals: readonly Dismissal[]
  zone: string
  draft: string
  draftHref: string
  /** Whose drafts this browser keeps. */
  owner: string
}) {
  const field = useRef<FieldHandle>(null)
  const fieldText = useCallback(() => field.current?.text() ?? null, [])
  const { read, typed } = useReading({ text: shown, reading }, fieldText, { isAboutExam: true })
  const { keeper, state, left, forget } = useDraft(
    { owner, place: `passage:${attemptKey}`, title: 'The passage on your attempt' },
    stored,
    { read: fieldText, send: null },
  )
  const [replaced, setReplaced] = useState<string | null>(null)
  const marks = useMemo(() => {
    const { open } = sortFindings(read.reading.findings, dismissals)
    return textMarks(open, read.reading.marks)
  }, [read.reading, dismissals])
  const isEmpty = read.text.trim() === ''
  const show = useCallback((start: number, end: number) => field.current?.show(start, end), [])
  const makePlain = useCallback(() => field.current?.replace(asPlainTyping(field.current.text())), [])

  function onAnswer(answer: ActionState, sent: FormData | null) {
    if (answer.status === 'done' && sent)
      keeper.current?.settled(String(sent.get('passage')), answer.stamp ?? stored.stamp)
    else keeper.current?.release()
  }

  return (
    <KeptForm
      action={savePassageAction}
      id="passage-form"
      before={async () => keeper.current?.hold()}
      onAnswer={onAnswer}
      aria-label="The passage"
      className="space-y-4"
    >
      <input type="hidden" name="attempt" value={attemptKey} />
      <input type="hidden" name="version" value={stored.stamp} />
      <FormStatus />
      <OnConflict>
        <p className="whitespace-pre-wrap">{stored.text}</p>
      </OnConflict>
      {left && (
        <LeftDraftNotice
          draft={left}
          stored={stored}
          zone={zone}
          onTake={() => {
            field.current?.replace(left.text)
            forget(left)
          }}
          onForget={() => forget(left)}
        />
      )}
      <MarkedField
        handle={field}
        name="passage"
        label="Your passage"
        hint={`Yours to change until it sounds like you. About ${PASSAGE_LIMIT.characters} characters is short; what MyERAS takes was not found published.`}
        defaultText={shown}
        markedText={read.text}
        marks={marks}
        isShort
        onInput={() => {
          typed()
          keeper.current?.typed()
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="save">
          Save the passage
        </SubmitButton>
        {draft !== '' && draft !== read.text && (
          <a
            href={draftHref}
            className={buttonLook('secondary', false)}
            onClick={(event) => {
              event.preventDefault()
              const now = fieldText() ?? ''
              if (now.trim() !== '') setReplaced(now)
              field.current?.replace(draft)
            }}
          >
            Put the draft into the field
          </a>
        )}
        {replaced !== null && replaced !== read.text && (
          <button
            type="button"
            className={buttonLook('quiet', true)}
            onClick={() => field.current?.replace(replaced)}
          >
            Bring back what stood there
          </button>
        )}
      </div>
      {!isEmpty && <DraftLine state={state} isLocal />}
      <TextNotes reading={read.reading} show={show} hasLimit={false} makePlain={makePlain} />
      <PassageChecks text={read.text} exam={exam} />
      {!isEmpty && (
        <section aria-label="What was found" className="border-t border-line pt-5">
          <FindingList
            text={read.text}
            reading={read.reading}
            dismissals={dismissals}
            isWantedShown={false}
            show={show}
          />
        </section>
      )}
    </KeptForm>
  )
}
