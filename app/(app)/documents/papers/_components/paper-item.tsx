import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { OnConflict } from '@/app/_ui/on-conflict'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ItemReasons } from '@/app/(app)/checklist/_components/item-reasons'
import { CONDITION_QUESTIONS, doneWords, dueWords } from '@/lib/checklist/item-words'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { PAPER_HOLDERS } from '@/lib/papers/paper'
import type { PaperRead } from '@/lib/papers/state'
import { HOLDER_LABELS, holdsUpWords, PAPER_STATE_WORDS, whereWords } from '@/lib/papers/words'
import { paperDoneAction, savePaperTrackAction } from '../actions'
import { PAPER_TONES } from './paper-tones'

/** One paper: how it stands, where it lies, by when it is due and what waits for it. */
export function PaperItem({ read, today }: { read: PaperRead; today: CalendarDate }) {
  const { paper, item, state } = read
  const { because } = item
  const isDone = state === 'done'
  const question = state === 'may_apply' && because ? CONDITION_QUESTIONS[because] : null
  return (
    <li id={paper.key} className="scroll-mt-4 space-y-2 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem]">
          <h3 className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 font-medium">
            {paper.label}
            <StatusChip tone={PAPER_TONES[state]}>{PAPER_STATE_WORDS[state]}</StatusChip>
          </h3>
          <p className="mt-0.5 text-sm text-mute">
            {isDone
              ? doneWords(item)
              : capital([whereWords(read), dueWords(item)].filter(Boolean).join('; '))}
            .
            {question && (
              <>
                {' '}
                {capital(question.unknown)}.{' '}
                <Link
                  href={question.href}
                  prefetch={false}
                  className="text-accent underline underline-offset-3"
                >
                  {question.link}
                </Link>
              </>
            )}
          </p>
          {!isDone && (read.waitsFor.length > 0 || read.holdsUp.length > 0) && (
            <p className="text-sm text-mute">
              {read.waitsFor.length > 0 &&
                `Waits for ${read.waitsFor.map((title) => `“${title}”`).join(', ')}. `}
              {holdsUpWords(read)}
            </p>
          )}
        </div>
        <PaperTick read={read} />
      </div>
      {!isDone && (
        <div className="no-print flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <WhereForm read={read} today={today} />
          <Disclosure
            summary={
              <span className="text-sm font-normal">
                Why and how long<span className="sr-only">: {paper.label}</span>
              </span>
            }
          >
            <ItemReasons item={item} />
          </Disclosure>
        </div>
      )}
    </li>
  )
}

/** Ticked here where it is known from here; what is recorded elsewhere leads there. */
function PaperTick({ read: { paper, item, state, canUndo } }: { read: PaperRead }) {
  const isDone = state === 'done'
  if (paper.recordedAt !== null) {
    return isDone ? null : (
      <Link
        href={paper.recordedAt}
        prefetch={false}
        className="flex-none text-sm text-accent underline underline-offset-3"
      >
        Record it<span className="sr-only">: {paper.label}</span>
      </Link>
    )
  }
  if (isDone && !canUndo) return null
  return (
    <ActionForm key={isDone ? 'done' : 'open'} action={paperDoneAction} className="no-print" hasOwnStatus>
      <input type="hidden" name="paper" value={paper.key} />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="done" value={isDone ? 'no' : 'yes'} />
      <SubmitButton
        kind={isDone ? 'quiet' : 'secondary'}
        isSmall
        aria-label={`${isDone ? 'Not done after all' : 'Mark done'}: ${paper.label}`}
      >
        {isDone ? 'Not done after all' : 'Mark done'}
      </SubmitButton>
    </ActionForm>
  )
}

function WhereForm({ read, today }: { read: PaperRead; today: CalendarDate }) {
  const { paper, holder, since, expectedOn, version } = read
  return (
    <ActionForm
      id={`where-${paper.key}`}
      action={savePaperTrackAction}
      className="max-w-2xl space-y-3"
      aria-label={`Where it waits: ${paper.label}`}
    >
      <FormDisclosure
        summary={
          <span className="text-sm font-normal">
            Where it waits<span className="sr-only">: {paper.label}</span>
          </span>
        }
      >
        <input type="hidden" name="paper" value={paper.key} />
        <input type="hidden" name="version" value={version} />
        <OnConflict>
          <p>{whereWords(read) || 'Nothing.'}</p>
        </OnConflict>
        <SelectField
          name="holder"
          label="It lies with"
          defaultValue={holder ?? (since === null && version === 0 ? paper.holder : '')}
          options={[
            { value: '', label: 'Not said' },
            ...PAPER_HOLDERS.map((value) => ({ value, label: HOLDER_LABELS[value] })),
          ]}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField name="since" type="date" label="Since" max={today} defaultValue={since} />
          <TextField
            name="expectedOn"
            type="date"
            label="Expected by"
            note="optional"
            hint="Locus reminds you to ask on that day."
            defaultValue={expectedOn}
          />
        </div>
        <SubmitButton kind="secondary" isSmall>
          Save<span className="sr-only"> where it waits: {paper.label}</span>
        </SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
