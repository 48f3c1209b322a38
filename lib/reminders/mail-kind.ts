/**
 * The mails that the worker sends. A test mail is sent when the person asks for one; notes are what mentors and mentees
 * wrote; access is who may look from now on, and who no longer does.
 */
export const REMINDER_MAIL_KINDS = ['digest', 'urgent', 'test', 'notes', 'access'] as const
export type ReminderMailKind = (typeof REMINDER_MAIL_KINDS)[number]

/** Mails that a link in them turns off, each by itself. */
export const MAIL_STREAMS = ['digest', 'urgent', 'notes'] as const
export type MailStream = (typeof MAIL_STREAMS)[number]

/**
 * 'claimed' is written down and not known to have been taken by a mail server; 'sent' was taken; 'released' was given up
 * because its day is over, and what it said is due again.
 */
export const MAIL_STATES = ['claimed', 'sent', 'released'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What a mail of notes tells of. */
export const NOTE_MAIL_KINDS = ['comment', 'task', 'task_answer', 'question'] as const
export type NoteMailKind = (typeof NOTE_MAIL_KINDS)[number]

/** What a mail of access tells the applicant: who accepted, and whose access ended without the applicant ending it. */
export const ACCESS_MAIL_KINDS = ['accepted', 'ended'] as const
export type AccessMailKind = (typeof ACCESS_MAIL_KINDS)[number]

/** All that is told once and by name of its kind. A person turns each off by itself. */
export const TOLD_KINDS = [...NOTE_MAIL_KINDS, ...ACCESS_MAIL_KINDS] as const
export type ToldKind = (typeof TOLD_KINDS)[number]
