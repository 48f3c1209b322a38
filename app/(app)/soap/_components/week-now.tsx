import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Instant } from '@/lib/dates/calendar-date'
import { formatEastern, viewerClock } from '@/lib/dates/format'
import { isEastern } from '@/lib/dates/zones'
import type { SoapStep } from '@/lib/soap/desk'
import type { SoapWeek } from '@/lib/soap/week'
import { STEP_WORDS } from '@/lib/soap/words'
import { TimeLeft } from '../../interviews/_components/time-left'

/** The day-of screen: what is on, until when, and what comes next, on both clocks. Large, since it is read on a phone. */
export function WeekNow({ week, now, zone }: { week: SoapWeek; now: Instant; zone: string }) {
  const { on, next } = week
  return (
    <Panel id="now" title={on ? 'On now' : 'Between two steps'}>
      <div className="space-y-5">
        {on?.endAt && (
          <div>
            <p className="text-2xl font-semibold tracking-tight">{STEP_WORDS[on.key].label}</p>
            <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <StatusChip tone="warn">
                <TimeLeft at={on.endAt} now={now} />
              </StatusChip>
              <span>offers end at</span>
            </p>
            <Clocks at={on.endAt} zone={zone} />
          </div>
        )}
        {next?.at && (
          <div>
            <p className="text-sm text-mute">Next</p>
            <p className="text-lg font-semibold">{STEP_WORDS[next.key].label}</p>
            <p className="text-mute">{STEP_WORDS[next.key].hint}</p>
            <Clocks at={next.at} zone={zone} />
          </div>
        )}
      </div>
    </Panel>
  )
}

function Clocks({ at, zone }: { at: Instant; zone: string }) {
  return (
    <p className="mt-1 text-lg font-medium tabular-nums">
      {formatEastern(at)}
      {!isEastern(zone) && <span className="block">{viewerClock(at, zone)}</span>}
    </p>
  )
}

const STATES: Record<SoapStep['state'], { tone: 'good' | 'warn' | 'unknown' | 'neutral'; word: string }> = {
  past: { tone: 'neutral', word: 'over' },
  now: { tone: 'warn', word: 'on now' },
  next: { tone: 'good', word: 'next' },
  ahead: { tone: 'neutral', word: 'ahead' },
  undated: { tone: 'unknown', word: 'not announced' },
}

/** The hours of the week in their order, each on both clocks and marked where it is projected. */
export function WeekSteps({ steps, zone }: { steps: readonly SoapStep[]; zone: string }) {
  return (
    <ol className="divide-y divide-line">
      {steps.map(({ key, at, status, state }) => (
        <li
          key={key}
          className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_15rem_8rem]"
        >
          <div>
            <p className="font-medium">{STEP_WORDS[key].label}</p>
            <p className="text-sm text-mute">{STEP_WORDS[key].hint}</p>
          </div>
          <p className="tabular-nums">
            {at === null ? 'Not announced' : formatEastern(at)}
            {at !== null && !isEastern(zone) && (
              <span className="block text-sm text-mute">{viewerClock(at, zone)}</span>
            )}
          </p>
          <p className="flex flex-wrap items-start gap-2">
            <StatusChip tone={STATES[state].tone}>{STATES[state].word}</StatusChip>
            {status === 'projected' && <span className="text-sm text-mute">projected</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
