import { randomUUID } from 'node:crypto'
import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Instant } from '@/lib/dates/calendar-date'
import { formatInZone } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import { answerClock, URGENT_HOURS } from '@/lib/interviews/answer-clock'
import { clashesWith, type Engagement } from '@/lib/interviews/clashes'
import type { InterviewDetail, InterviewState, Slot } from '@/lib/interviews/interview'
import { minutesUntil } from '@/lib/interviews/time-left'
import { bookedMeeting, type Meeting, meetingOf, USUAL_MINUTES } from '@/lib/interviews/times'
import { answerClockWords, clashWords, nightWords } from '@/lib/interviews/words'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { BothClocks } from '../../_components/both-clocks'
import { TimeLeft } from '../../_components/time-left'
import { zoneOptions } from '../../_components/zone-options'
import { bookInterviewAction } from '../../actions'
import { StepForm } from './steps-panel'

type Props = {
  interview: InterviewDetail
  program: CatalogueProgram
  zone: string
  now: Instant
  /** Booked talks with other programs, and how each is called. */
  others: readonly Engagement[]
  nameOf: (interviewId: string) => string
}

/** When it is, or what is offered and by when to answer. */
export function WhenPanel(props: Props) {
  const { interview, zone } = props
  const meeting = bookedMeeting(interview, zone)
  const isBooked = meeting !== null && (interview.state === 'scheduled' || interview.state === 'done')
  return (
    <Panel
      id="when"
      title={isBooked ? (interview.state === 'done' ? 'It took place' : 'When') : 'Times on offer'}
      actions={
        <LinkButton href={`/interviews/${interview.id}/invitation`} isSmall>
          What the invitation says
        </LinkButton>
      }
    >
      <div className="space-y-5">
        {interview.state === 'invited' && <AnswerBy {...props} />}
        {isBooked && <Booked {...props} meeting={meeting} />}
        <Offers {...props} isBooked={isBooked} />
      </div>
    </Panel>
  )
}

function AnswerBy({ interview, zone, now }: Props) {
  const clock = answerClock(interview)
  if (!clock) {
    return (
      <p className="max-w-prose text-mute">
        When the invitation came is not noted, so no clock runs for the answer. Answer soon: places go to
        whoever answers first.
      </p>
    )
  }
  const minutes = minutesUntil(clock.by, now)
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg font-semibold">
        <StatusChip tone={minutes < 0 ? 'bad' : minutes < URGENT_HOURS * 60 ? 'warn' : 'neutral'}>
          <TimeLeft at={clock.by} now={now} />
        </StatusChip>
        <span>
          Answer by {formatInZone(clock.by, zone)} for you
          {interview.zone && `, ${formatInZone(clock.by, interview.zone)} in ${zoneName(interview.zone)}`}
        </span>
      </p>
      <p className="mt-1 max-w-prose text-sm text-mute">{answerClockWords(clock)}</p>
      {minutes < 0 && (
        <p className="mt-1 max-w-prose">
          The time is over. Write to the coordinator all the same: a place may still be free, or become free.
        </p>
      )}
    </div>
  )
}

function Booked({ interview, meeting, others, nameOf, program, now }: Props & { meeting: Meeting }) {
  const night = interview.state === 'done' ? null : nightWords(meeting, interview.format)
  const clashes =
    interview.state === 'done'
      ? []
      : clashesWith(
          { interviewId: interview.id, meeting, format: interview.format, state: program.state },
          others,
        )
  return (
    <div className="space-y-4">
      <BothClocks meeting={meeting} isLarge />
      {interview.state === 'scheduled' && meeting.start <= now && (
        <StepForm interview={interview} to="done" kind="primary">
          It took place
        </StepForm>
      )}
      {meeting.isLengthAssumed && interview.state !== 'done' && (
        <p className="text-sm text-mute">
          How long it takes is not said: {USUAL_MINUTES / 60} hours are assumed where clashes are looked for.
        </p>
      )}
      {night && (
        <Notice kind="warn" word="Your hour">
          {night}
        </Notice>
      )}
      {clashes.map((clash) => (
        <Notice
          key={`${clash.first.interviewId}-${clash.second.interviewId}`}
          kind={clash.kind === 'overlap' ? 'bad' : 'warn'}
          word={clash.kind === 'overlap' ? 'Overlap' : 'Close together'}
        >
          {clashWords(clash, [nameOf(clash.first.interviewId), nameOf(clash.second.interviewId)])}
        </Notice>
      ))}
    </div>
  )
}

const BOOK_SUMMARY: Readonly<Record<InterviewState, string>> = {
  invited: 'Booked for another time',
  waitlisted: 'A time has opened',
  scheduled: 'Book another time instead',
  done: 'It was at another time, or is still ahead',
  declined: 'Book it after all',
}

function Offers(props: Props & { isBooked: boolean }) {
  const { interview, program, isBooked } = props
  const hasSlots = interview.slots.length > 0
  return (
    <>
      {isBooked && hasSlots && (
        <Disclosure summary="What was on offer">
          <SlotList {...props} />
        </Disclosure>
      )}
      {!isBooked && hasSlots && <SlotList {...props} />}
      {!isBooked && !hasSlots && (
        <p className="max-w-prose text-mute">
          No time is entered yet. Confirm what the invitation says, or book the one that you have chosen.
        </p>
      )}
      <BookForm interview={interview} program={program} isOpen={!isBooked && !hasSlots} />
    </>
  )
}

function SlotList(props: Props) {
  const { interview } = props
  return (
    <ul className="divide-y divide-line">
      {interview.slots.map((slot) => (
        <SlotItem key={slot.id} slot={slot} {...props} />
      ))}
    </ul>
  )
}

function SlotItem({ slot, interview, program, zone, others, nameOf, now }: Props & { slot: Slot }) {
  if (interview.zone === null) return null
  const meeting = meetingOf(slot, { minutes: slot.minutes, zone: interview.zone, viewerZone: zone })
  if (!meeting) return null
  const clashes = clashesWith(
    { interviewId: interview.id, meeting, format: interview.format, state: program.state },
    others,
  )
  const night = nightWords(meeting, interview.format)
  const isOver = meeting.start <= now
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-[1_1_18rem] space-y-1.5">
        <BothClocks meeting={meeting} />
        {isOver && <StatusChip tone="neutral">Over</StatusChip>}
        {night && !isOver && (
          <p className="text-sm">
            <StatusChip tone="warn">Your hour</StatusChip> {night}
          </p>
        )}
        {clashes.map((clash) => (
          <p key={`${clash.first.interviewId}-${clash.second.interviewId}`} className="text-sm">
            <StatusChip tone={clash.kind === 'overlap' ? 'bad' : 'warn'}>
              {clash.kind === 'overlap' ? 'Overlaps' : 'Close'}
            </StatusChip>{' '}
            {clashWords(clash, [nameOf(clash.first.interviewId), nameOf(clash.second.interviewId)])}
          </p>
        ))}
      </div>
      {!isOver && (
        <ActionForm
          action={bookInterviewAction}
          className="space-y-2"
          aria-label={`Book ${slot.date}, ${slot.time}`}
        >
          <input type="hidden" name="id" value={interview.id} />
          <input type="hidden" name="formId" value={randomUUID()} />
          <input type="hidden" name="version" value={interview.version} />
          <input type="hidden" name="zone" value={interview.zone} />
          <input type="hidden" name="date" value={slot.date} />
          <input type="hidden" name="time" value={slot.time} />
          <input type="hidden" name="minutes" value={slot.minutes ?? ''} />
          <input type="hidden" name="pass" value={slot.pass ?? ''} />
          <SubmitButton
            kind={clashes.some(({ kind }) => kind === 'overlap') ? 'secondary' : 'primary'}
            isSmall
          >
            Booked this one
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  )
}

/** A time by hand: what was agreed on the phone, or found in the scheduler. */
function BookForm({
  interview,
  program,
  isOpen,
}: {
  interview: InterviewDetail
  program: CatalogueProgram
  isOpen: boolean
}) {
  return (
    <ActionForm action={bookInterviewAction} id="book" className="max-w-2xl space-y-4">
      <input type="hidden" name="id" value={interview.id} />
      <input type="hidden" name="formId" value={randomUUID()} />
      <input type="hidden" name="version" value={interview.version} />
      <FormDisclosure summary={BOOK_SUMMARY[interview.state]} isOpen={isOpen}>
        <SelectField
          name="zone"
          label="Whose clock"
          width="full"
          defaultValue={interview.zone ?? ''}
          options={zoneOptions(program)}
        />
        <div className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
          <TextField name="date" type="date" label="Day" />
          <TextField name="time" type="time" label="From" />
          <TextField name="minutes" inputMode="numeric" label="Length" note="minutes" width="narrow" />
        </div>
        <SelectField
          name="pass"
          label="If the hour comes twice that night"
          note="when clocks go back"
          options={[
            { value: '', label: 'Not needed' },
            { value: 'first', label: 'The first' },
            { value: 'second', label: 'The second' },
          ]}
        />
        <SubmitButton isSmall>Keep the booking</SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}
