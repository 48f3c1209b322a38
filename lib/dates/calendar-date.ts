/** A day on the calendar with no time and no zone, 'YYYY-MM-DD'. Compares correctly as a string. */
export type CalendarDate = string

/** A point in time as ISO 8601 in UTC, for example '2027-09-22T13:00:00.000Z'. */
export type Instant = string
