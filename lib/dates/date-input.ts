import { z } from 'zod'

import { isCalendarDate } from './calendar-date'

/** A day from a date field. The message names the field and says what to type. */
export function dateInput(message = 'Enter the date as year-month-day, for example 2027-06-28') {
  return z.string({ error: message }).trim().refine(isCalendarDate, { error: message })
}

/** A day that may be left open: an empty field is null, "not said". */
export function optionalDateInput(message?: string) {
  return z.preprocess(
    (value) => (value === undefined || value === null || value === '' ? null : value),
    dateInput(message).nullable(),
  )
}
