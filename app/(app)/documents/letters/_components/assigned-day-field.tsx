import { TextField } from '@/app/_ui/field'
import type { CalendarDate } from '@/lib/dates/calendar-date'

/** On which day letters were assigned, asked once for all that a form assigns. */
export function AssignedDayField({ today }: { today: CalendarDate }) {
  return (
    <TextField
      name="assignedOn"
      type="date"
      label="Assigned in MyERAS on"
      note="optional"
      hint="For those that have no day yet. Empty: they stay planned."
      max={today}
      width="medium"
    />
  )
}
