import { TextField } from '@/app/_ui/field'
import type { CalendarDate } from '@/lib/dates/calendar-date'

/** The last day on which a mentor has access, when it is given and when it is changed. */
export function UntilField({ lastDay }: { lastDay: CalendarDate | null }) {
  return (
    <TextField
      name="until"
      type="date"
      label="Until"
      note="optional"
      hint="Access ends by itself after this day. Without a day it lasts until you end it."
      width="medium"
      defaultValue={lastDay ?? ''}
    />
  )
}
