import { ActionForm } from '@/app/_ui/action-form'
import { SpreadStrip } from '@/app/_ui/charts/spread-strip'
import { StepBars } from '@/app/_ui/charts/step-bars'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '@/app/_ui/field'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { days, funnelSentence, MILESTONE_WORDS, SPAN_WORDS, spanSentence } from '@/lib/list/insight-words'
import { type EntryHistory, funnelOf, type SpanDays, timeInStages } from '@/lib/list/insights'
import { LEAST_SILENCE_DAYS, MOST_SILENCE_DAYS } from '@/lib/list/no-response'
import { setSilenceAction } from '../actions'

/** What the dated changes amount to: how many programs came how far, and how long the steps took. Never a chance. */
export function Insights({
  histories,
  nameOf,
  today,
  silenceDays,
  isPaused,
}: {
  /** Of the rows that the filters leave. */
  histories: readonly EntryHistory[]
  nameOf: (entryId: string) => string
  today: CalendarDate
  silenceDays: number
  /** After a Match without a position charts rest, as Home does, until the person asks for them. */
  isPaused: boolean
}) {
  if (isPaused) return <AfterNoMatch />
  const funnel = funnelOf(histories)
  const spans = timeInStages(histories, today)
  const most = Math.max(...spans.flatMap(({ done, open }) => [...done, ...open].map((one) => one.days)), 7)
  const undated = funnel.some(({ count, dated }) => dated < count)
  return (
    <div className="space-y-5">
      <Panel id="funnel" title="How far they came" lead={funnelSentence(funnel)}>
        <StepBars
          label="Programs that reached each step"
          steps={funnel.map(({ milestone, count }) => ({
            key: milestone,
            label: MILESTONE_WORDS[milestone],
            count,
          }))}
        />
        <p className="mt-3 max-w-prose text-sm text-mute">
          Counted from your dated status changes: whoever interviewed was applied to, also where that day is
          not recorded. It says what happened, and nothing about what will.
        </p>
        <Disclosure summary="The same as a table">
          <Table
            caption="Programs that reached each step"
            columns={[
              { label: 'Step' },
              { label: 'Programs', isNumeric: true },
              { label: 'With a day of its own', isNumeric: true },
            ]}
          >
            {funnel.map(({ milestone, count, dated }) => (
              <tr key={milestone}>
                <th scope="row">{MILESTONE_WORDS[milestone]}</th>
                <td>{count}</td>
                <td>{dated}</td>
              </tr>
            ))}
          </Table>
          {undated && (
            <p className="text-sm text-mute">
              Where a day is missing, enter it on the program’s page: the times below need it.
            </p>
          )}
        </Disclosure>
      </Panel>
      <Panel
        id="times"
        title="How long the steps took"
        lead="Each dot is one program, hollow while the step still lasts; the line is the middle of the finished ones."
      >
        <div className="space-y-7">
          {spans.map((span) => (
            <SpanPart key={span.span} span={span} most={most} nameOf={nameOf} />
          ))}
        </div>
      </Panel>
      <Panel
        id="silence"
        title="When silence counts"
        lead={`An application reads “no answer” after ${days(silenceDays)} without one, counted from applying or from the day on which programs begin to review. It is derived, never typed in, and no refusal.`}
      >
        <ActionForm action={setSilenceAction} id="silence-form" className="flex flex-wrap items-end gap-3">
          <TextField
            name="silenceDays"
            label="Days without an answer"
            type="number"
            inputMode="numeric"
            min={LEAST_SILENCE_DAYS}
            max={MOST_SILENCE_DAYS}
            defaultValue={silenceDays}
            width="narrow"
          />
          <SubmitButton kind="secondary">Save</SubmitButton>
        </ActionForm>
      </Panel>
    </div>
  )
}

function SpanPart({
  span,
  most,
  nameOf,
}: {
  span: SpanDays
  most: number
  nameOf: (entryId: string) => string
}) {
  const { label, waiting } = SPAN_WORDS[span.span]
  const sentence = spanSentence(span)
  const all = [
    ...span.done.map((one) => ({ ...one, state: 'finished' })),
    ...span.open.map((one) => ({ ...one, state: waiting })),
  ]
  return (
    <section aria-label={label}>
      <h3 className="font-medium">{label}</h3>
      <p className="mb-2 text-mute">{sentence}</p>
      {all.length > 0 && (
        <>
          <SpreadStrip
            label={`${label}: ${sentence}`}
            done={span.done.map((one) => one.days)}
            open={span.open.map((one) => one.days)}
            middle={span.median}
            most={most}
            unit="days"
          />
          <Disclosure summary="The same as a table">
            <Table
              caption={label}
              isCaptionHidden
              columns={[{ label: 'Program' }, { label: 'Days', isNumeric: true }, { label: 'State' }]}
            >
              {all.map((one) => (
                <tr key={one.entryId}>
                  <th scope="row">
                    <a href={`/list/${one.entryId}`}>{nameOf(one.entryId)}</a>
                  </th>
                  <td>{one.days}</td>
                  <td>{one.state}</td>
                </tr>
              ))}
            </Table>
          </Disclosure>
        </>
      )}
    </section>
  )
}

/** After a result without a match the charts rest: only what comes next is said (DESIGN.md section 12). */
function AfterNoMatch() {
  return (
    <Panel id="paused" title="The charts rest for now">
      <p className="max-w-prose">
        This result is about a year’s places and not about you. <a href="/home">Home</a> shows the next step
        and where to find support, and brings everything back when you want it; the hours of SOAP stand under{' '}
        <a href="/soap">SOAP and offers</a>.
      </p>
    </Panel>
  )
}
