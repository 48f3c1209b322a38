import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Verdict } from '@/app/_ui/verdict'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatRange } from '@/lib/dates/format'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import type { Readiness } from '@/lib/readiness/evidence'
import { EvidenceList } from './evidence-list'

const VERDICTS = {
  ready: { tone: 'good', word: 'Ready' },
  not_yet: { tone: 'warn', word: 'Not yet' },
  not_said: { tone: 'unknown', word: 'Not said yet' },
} as const

/** One exam: the verdict about its date, why, the evidence line by line, what would change it, and what only the person can say. */
export function ReadinessPanel({
  readiness,
  names,
  day,
  isFolded,
  children,
}: {
  readiness: Readiness
  /** What a line rests on, by the id of a practice result or snapshot. */
  names: ReadonlyMap<string, string>
  day: { value: CalendarDate | null; isTried: boolean }
  /** Nothing is said of this exam yet while another one is worked for: the verdict stands, the rest is folded. */
  isFolded: boolean
  children: ReactNode
}) {
  const { exam, verdict, text, why, delay, evidence } = readiness
  const needed = evidence.filter((line) => line.isNeeded)
  const beside = evidence.filter((line) => !line.isNeeded && !line.key.startsWith('habit_'))
  const changes = needed.flatMap(({ key, change }) => (change === null ? [] : [{ key, change }]))
  const rest = (
    <div className="space-y-6">
      {why.length > 0 && (
        <section className="max-w-prose">
          <h3 className="font-semibold">Why a later date is cheaper than a fail</h3>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="font-semibold">What the verdict rests on</h3>
        <EvidenceList lines={needed} names={names} />
      </section>
      {changes.length > 0 && (
        <section className="max-w-prose">
          <h3 className="font-semibold">What would change it</h3>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {changes.map(({ key, change }) => (
              <li key={key}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      {beside.length > 0 && (
        <section>
          <h3 className="font-semibold">Read beside it; the verdict does not wait for it</h3>
          <EvidenceList lines={beside} names={names} />
        </section>
      )}
      <DayForm exam={exam} day={day} />
      {children}
    </div>
  )
  return (
    <Panel id={exam} title={EXAM_LABELS[exam]}>
      <div className="space-y-6">
        <Verdict
          {...VERDICTS[verdict]}
          title={text}
          action={
            exam === 'step2ck' && !isFolded && <LinkButton href="/exams/timing">When to sit</LinkButton>
          }
        >
          {delay &&
            `${delay.weeks.from} to ${delay.weeks.to} weeks later is ${formatRange(delay.from, delay.until)}.`}
        </Verdict>
        {isFolded ? <Disclosure summary="What it would rest on">{rest}</Disclosure> : rest}
      </div>
    </Panel>
  )
}

/** The verdict is about a date: another one can be tried, kept in the address and nowhere else. */
function DayForm({
  exam,
  day: { value, isTried },
}: {
  exam: Readiness['exam']
  day: { value: CalendarDate | null; isTried: boolean }
}) {
  return (
    <form
      action={`/exams/readiness#${exam}`}
      className="no-print max-w-2xl space-y-3"
      aria-label={`Day of ${EXAM_LABELS[exam]}`}
    >
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          name={exam}
          type="date"
          label="Read it for this day"
          width="medium"
          defaultValue={value}
          hint={
            isTried
              ? 'Tried only: nothing is planned by it.'
              : value === null
                ? 'No sitting is planned.'
                : 'From what you planned.'
          }
        />
        <SubmitButton kind="secondary">Read</SubmitButton>
        {isTried && (
          <LinkButton href={`/exams/readiness#${exam}`} kind="quiet">
            Back to what is planned
          </LinkButton>
        )}
      </div>
    </form>
  )
}
