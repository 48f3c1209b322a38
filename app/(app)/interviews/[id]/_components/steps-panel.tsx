import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import type { ButtonKind } from '@/app/_ui/button-look'
import { Disclosure } from '@/app/_ui/disclosure'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { InterviewDetail, InterviewState } from '@/lib/interviews/interview'
import { STATE_WORDS } from '@/lib/interviews/words'
import { moveInterviewAction, removeInterviewAction } from '../../actions'

/** What may happen next apart from a booking. Each step is a dated status change of the program on the list. */
export function StepsPanel({ interview }: { interview: InterviewDetail }) {
  const { state } = interview
  return (
    <Panel id="steps" title={STATE_WORDS[state]} lead={LEADS[state]}>
      <div className="space-y-3">
        {state === 'waitlisted' && (
          <StepForm interview={interview} to="invited">
            They invite me now
          </StepForm>
        )}
        {(state === 'invited' || state === 'scheduled') && (
          <StepForm interview={interview} to="waitlisted">
            On the waiting list instead
          </StepForm>
        )}
        {state === 'declined' && (
          <StepForm interview={interview} to="invited">
            It is open again
          </StepForm>
        )}
        {state !== 'declined' && state !== 'done' && (
          <StepForm
            interview={interview}
            to="declined"
            kind="danger"
            folded={{
              summary: 'Decline it',
              lead: 'Tell the program first, early and in two lines: somebody on the waiting list is glad of the place. Not to appear without a word is remembered.',
            }}
          >
            I have declined
          </StepForm>
        )}
        <Disclosure summary="Entered by mistake">
          <ActionForm action={removeInterviewAction} className="space-y-2" aria-label="Remove this interview">
            <input type="hidden" name="id" value={interview.id} />
            <p className="max-w-prose text-sm text-mute">
              The interview and its notes are gone for good. What the history of the program says is corrected
              there.
            </p>
            <SubmitButton kind="danger" isSmall pendingLabel="Removing…">
              Remove this interview
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </Panel>
  )
}

const LEADS: Readonly<Record<InterviewState, string>> = {
  invited: 'Book a time, or say what became of it.',
  scheduled: 'A new time is booked beside “When”; the history keeps the old one.',
  waitlisted: 'When a time opens, book it beside.',
  done: 'Write down how it was today: in February ten programs look alike.',
  declined: 'Nothing more is asked of you here.',
}

/** One step as a button of its own. */
export function StepForm({
  interview,
  to,
  kind = 'secondary',
  folded,
  children,
}: {
  interview: InterviewDetail
  to: Exclude<InterviewState, 'scheduled'>
  kind?: ButtonKind
  /** Behind a line of its own, for a step that one should not take in passing. */
  folded?: { summary: string; lead: string }
  children: ReactNode
}) {
  const button = (
    <SubmitButton kind={kind} isSmall={kind !== 'primary'}>
      {children}
    </SubmitButton>
  )
  return (
    <ActionForm action={moveInterviewAction} className="space-y-2">
      <input type="hidden" name="id" value={interview.id} />
      <input type="hidden" name="formId" value={randomUUID()} />
      <input type="hidden" name="version" value={interview.version} />
      <input type="hidden" name="to" value={to} />
      {folded ? (
        <FormDisclosure summary={folded.summary}>
          <p className="max-w-prose text-sm text-mute">{folded.lead}</p>
          {button}
        </FormDisclosure>
      ) : (
        button
      )}
    </ActionForm>
  )
}
