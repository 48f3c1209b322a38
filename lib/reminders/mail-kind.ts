/** The mails that reminders go by. A test mail is sent when the person asks for one. */
export const REMINDER_MAIL_KINDS = ['digest', 'urgent', 'test'] as const
export type ReminderMailKind = (typeof REMINDER_MAIL_KINDS)[number]

/** Mails that a link in them turns off, each by itself. */
export const MAIL_STREAMS = ['digest', 'urgent'] as const
export type MailStream = (typeof MAIL_STREAMS)[number]

/**
 * 'claimed' is written down and not known to have been taken by a mail server; 'sent' was taken; 'released' was given up
 * because its day is over, and what it said is due again.
 */
export const MAIL_STATES = ['claimed', 'sent', 'released'] as const
export type MailState = (typeof MAIL_STATES)[number]
