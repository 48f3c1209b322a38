import { ActionForm } from '@/app/_ui/action-form'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatLongDate, formatRelative } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import {
  ASK_AGAIN_DAYS,
  ASK_AGAIN_DAYS_NEAR,
  askTime,
  isWorkDay,
  NEAR_DAYS,
  type NextAsk,
  nextAsk,
  WORK_HOURS,
} from '@/lib/letters/asking'
import type { TrackedLetter } from '@/lib/letters/letter'
import { isFromBefore } from '@/lib/letters/season'
import { WEEK_LABELS } from '@/lib/letters/words'
import { askedAction } from '../actions'
import { clockLine } from './clock-line'

/** When to ask the writer again, at which hour of theirs, and when one did. */
export function AskPanel({
  letter,
  needBy,
  today,
  zone,
}: {
  letter: TrackedLetter
  needBy: CalendarDate | null
  today: CalendarDate
  zone: string
}) {
  const next = nextAsk(letter, needBy)
  const hasAskedToday = letter.askedOn.includes(today)
  return (
    <Panel id="ask" title="Ask again" lead={leadOf(letter, next, today)}>
      <div className="space-y-3">
        {next && letter.zone && next.on >= today && <WritersHour next={next} letter={letter} zone={zone} />}
        {next && !isWorkDay(next.on, letter.week) && (
          <p className="max-w-prose text-mute">
            You chose this day yourself; the writer works {WEEK_LABELS[letter.week]}.
          </p>
        )}
        {letter.askedOn.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {letter.askedOn.toReversed().map((on) => (
              <li key={on} className="flex items-center justify-between gap-4 py-1.5">
                <span>You asked on {formatDate(on)}.</span>
                <AskedForm id={letter.id} on={on} deed="remove" />
              </li>
            ))}
          </ul>
        )}
        {letter.uploadedOn === null && !hasAskedToday && <AskedForm id={letter.id} on={today} deed="add" />}
        <p className="max-w-prose text-sm text-mute">
          Suggested every {ASK_AGAIN_DAYS} days, and every {ASK_AGAIN_DAYS_NEAR} once the letter is needed
          within {NEAR_DAYS / 7} weeks
          {needBy && ` (${formatDate(needBy)})`}, on the writer’s working days, between {WORK_HOURS.from}:00
          and {WORK_HOURS.until}:00 of their clock. The numbers are ours; Locus reminds you and writes to
          nobody.
        </p>
      </div>
    </Panel>
  )
}

function WritersHour({ next, letter, zone }: { next: NextAsk; letter: TrackedLetter; zone: string }) {
  if (letter.zone === null) return null
  const clocks = { writer: letter.zone, own: zone }
  const { at, isUp } = askTime(next.on, clocks)
  return (
    <p className="max-w-prose">
      A good hour: {clockLine(at, clocks)}.
      {!isUp &&
        ` Their working hours are your night: write in the evening, and let it be sent by the clock of ${zoneName(letter.zone)}.`}
    </p>
  )
}

function AskedForm({ id, on, deed }: { id: string; on: CalendarDate; deed: 'add' | 'remove' }) {
  return (
    <ActionForm action={askedAction} className="" hasOwnStatus={deed === 'remove'}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="on" value={on} />
      <input type="hidden" name="deed" value={deed} />
      <SubmitButton kind={deed === 'add' ? 'secondary' : 'quiet'} isSmall>
        {deed === 'add' ? 'I asked again today' : 'Undo'}
        {deed === 'remove' && <span className="sr-only">: asked on {formatDate(on)}</span>}
      </SubmitButton>
    </ActionForm>
  )
}

function leadOf(letter: TrackedLetter, next: NextAsk | null, today: CalendarDate): string {
  if (letter.uploadedOn !== null) return 'It is uploaded: nothing is left to ask for.'
  if (isFromBefore(letter)) return 'It is asked for anew, or imported, once MyERAS opens for this season.'
  if (next === null) return 'Once you enter the day of your request, Locus says when it is time to ask again.'
  if (next.on <= today) return `It is time to ask again, since ${formatDate(next.on)}.`
  return `${formatLongDate(next.on)}, ${formatRelative(next.on, today)}${next.isOwn ? ', as you chose' : ''}.`
}
