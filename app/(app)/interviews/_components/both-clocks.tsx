import { formatWeekday } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import type { Meeting } from '@/lib/interviews/times'

/** One talk on the program's clock and on the person's, side by side; one clock where both are the same. */
export function BothClocks({ meeting, isLarge = false }: { meeting: Meeting; isLarge?: boolean }) {
  const { there, here } = meeting
  const isSame = there.start.date === here.start.date && there.start.time === here.start.time
  return (
    // In a list the clocks stand below each other, so that one column reads as one clock.
    <dl
      className={
        isLarge ? 'flex flex-wrap gap-x-8 gap-y-2' : 'grid grid-cols-2 gap-x-6 sm:grid-cols-[11rem_11rem]'
      }
    >
      <Clock clock={there} label="At the program" meeting={meeting} isLarge={isLarge} />
      {!isSame && <Clock clock={here} label="For you" meeting={meeting} isLarge={isLarge} />}
    </dl>
  )
}

function Clock({
  clock: { start, end, zone },
  label,
  meeting,
  isLarge,
}: {
  clock: Meeting['here']
  label: string
  meeting: Meeting
  isLarge: boolean
}) {
  const until = end.date === start.date ? end.time : `${formatWeekday(end.date)}, ${end.time}`
  return (
    <div>
      <dt className="text-sm text-mute">
        {/* Of two clocks beside each other on a phone, both take two lines or none does. */}
        <span className={isLarge ? undefined : 'max-sm:block'}>{label},</span> {zoneName(zone)}
      </dt>
      <dd>
        <span className={isLarge ? 'text-3xl font-semibold tracking-tight' : 'text-lg font-semibold'}>
          {start.time}
        </span>{' '}
        <span className="whitespace-nowrap">{formatWeekday(start.date)}</span>
        {!meeting.isLengthAssumed && <span className="block text-sm text-mute">until {until}</span>}
      </dd>
    </div>
  )
}
