'use client'
import { use, useCallback, useMemo, useRef } from 'react'
import { TextField } from '@/app/_ui/field'
import { FormContext } from '@/app/_ui/form-context'
import { FormStatus } from '@/app/_ui/form-status'
import { useIsTakingOver } from '@/app/_ui/is-taking-over'
import { KeptForm } from '@/app/_ui/kept-form'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ActionState } from '@/lib/errors/action-state'
import { asPlainTyping } from '@/lib/statement/eras-text'
import { sortFindings } from '@/lib/statement/finding-words'
import type { Dismissal, Statement } from '@/lib/statement/statement'
import type { TextReading } from '@/lib/statement/text-reading'
import { ConflictPanel } from '../../../_writing/conflict-panel'
import { DraftLine } from '../../../_writing/draft-line'
import { FindingList } from '../../../_writing/finding-list'
import { LeftDraftNotice } from '../../../_writing/left-draft-notice'
import { type FieldHandle, MarkedField } from '../../../_writing/marked-field'
import { askStored, draftSender } from '../../../_writing/send-draft'
import { textMarks } from '../../../_writing/text-marks'
import { TextNotes } from '../../../_writing/text-notes'
import { useDraft } from '../../../_writing/use-draft'
import { useReading } from '../../../_writing/use-reading'
import { writeStatementAction } from '../../actions'

/**
 * The text of a statement, its findings beside it, and how safe it is. All of it is one form: each button sends the text
 * along, so that nothing is lost without script either. With script the text is read in this browser as one types.
 */
export function StatementEditor({
  statement,
  reading,
  dismissals,
  zone,
  owner,
}: {
  statement: Statement
  reading: TextReading
  dismissals: readonly Dismissal[]
  zone: string
  /** Whose drafts this browser keeps. */
  owner: string
}) {
  const { id, text: stored, stamp } = statement
  const field = useRef<FieldHandle>(null)
  const form = useRef<HTMLFormElement>(null)
  const stampField = useRef<HTMLInputElement>(null)
  const fieldText = useCallback(() => field.current?.text() ?? null, [])
  const server = useMemo(() => {
    const address = `/documents/statements/${id}/draft`
    return { send: draftSender(address), ask: () => askStored(address) }
  }, [id])
  const { read, typed } = useReading({ text: stored, reading }, fieldText)
  const draft = useDraft(
    { owner, place: `statement:${id}`, title: statement.title },
    { text: stored, stamp },
    { ...server, read: fieldText, write: (text) => field.current?.set(text) },
  )
  const { keeper, state, left } = draft
  const marks = useMemo(() => {
    const { open } = sortFindings(read.reading.findings, dismissals)
    return textMarks(open, read.reading.marks)
  }, [read.reading, dismissals])
  const show = useCallback((start: number, end: number) => field.current?.show(start, end), [])
  const makePlain = useCallback(() => field.current?.replace(asPlainTyping(field.current.text())), [])

  async function before() {
    await keeper.current?.hold()
    if (stampField.current) stampField.current.value = String(keeper.current?.stamp ?? stamp)
  }

  function onAnswer(answer: ActionState, sent: FormData | null) {
    if (answer.status !== 'done' || !sent) {
      keeper.current?.release()
      return
    }
    if (sent.get('intent') === 'theirs' && state.kind === 'conflict') {
      field.current?.replace(state.text)
      keeper.current?.settled(state.text, state.stamp)
    } else keeper.current?.settled(String(sent.get('text')), answer.stamp ?? stamp)
    if (left && sent.get('text') === left.text) draft.forget(left)
    const name = form.current?.elements.namedItem('name')
    if (name instanceof HTMLInputElement) name.value = ''
  }

  return (
    <KeptForm
      action={writeStatementAction}
      id="statement-form"
      form={form}
      before={before}
      onAnswer={onAnswer}
      aria-label="The statement"
      className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]"
    >
      <section className="min-w-0 space-y-4 rounded-xl border border-line bg-panel p-4 sm:p-6">
        <input type="hidden" name="id" value={id} />
        <input ref={stampField} type="hidden" name="stamp" defaultValue={stamp} />
        <FormStatus />
        {left && state.kind !== 'conflict' && (
          <LeftDraftNotice
            draft={left}
            stored={{ text: stored, stamp }}
            zone={zone}
            intent="mine"
            onTake={() => field.current?.replace(left.text)}
            onForget={() => draft.forget(left)}
          />
        )}
        {state.kind === 'conflict' ? (
          <ConflictPanel mine={fieldText() ?? ''} theirs={state.text} />
        ) : (
          <PlainConflict stored={stored} />
        )}
        <MarkedField
          handle={field}
          name="text"
          label="Your statement"
          hint="Plain text, as MyERAS keeps it. It is read in this browser as you type."
          defaultText={stored}
          markedText={read.text}
          marks={marks}
          onInput={() => {
            typed()
            keeper.current?.typed()
          }}
        />
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="min-w-0 flex-[1_1_14rem]">
            <TextField
              name="name"
              label="Name this version"
              note="optional"
              placeholder="Before Dr. Rao’s remarks"
              maxLength={120}
            />
          </div>
          <SubmitButton name="intent" value="save">
            Save a version
          </SubmitButton>
          <span className="hidden noscript:block">
            <SubmitButton kind="secondary" name="intent" value="check" pendingLabel="Reading…">
              Save and read it
            </SubmitButton>
          </span>
        </div>
        <DraftLine state={state} />
        <TextNotes reading={read.reading} show={show} makePlain={makePlain} />
      </section>
      <section
        aria-label="What was found"
        className="min-w-0 rounded-xl border border-line bg-panel p-4 sm:p-6 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto"
      >
        <FindingList
          text={read.text}
          reading={read.reading}
          dismissals={dismissals}
          isWantedShown
          show={show}
        />
      </section>
    </KeptForm>
  )
}

/** Without script the form's answer says that there are two texts; with it the keeper of drafts does. */
function PlainConflict({ stored }: { stored: string }) {
  const state = use(FormContext)?.state
  const isPlain = useIsTakingOver()
  if (!isPlain || state?.status !== 'failed' || state.code !== 'conflict') return null
  const mine = state.values.text
  return (
    <ConflictPanel mine={typeof mine === 'string' ? mine.replaceAll('\r\n', '\n') : ''} theirs={stored} />
  )
}
