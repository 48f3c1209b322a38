/** The outcomes that a reader may meet and a form can answer; everything else is a bug and is thrown as it is. */
export const ERROR_CODES = [
  'not_found',
  'conflict',
  'limit',
  'unauthenticated',
  'expired',
  'invalid',
  'unavailable',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

const SENTENCES: Record<ErrorCode, string> = {
  not_found: 'This is not here. It may have been removed.',
  conflict: 'This was changed in another window since you opened it.',
  limit: 'That was tried too often. Wait a few minutes and try again.',
  unauthenticated: 'You are signed out. Sign in and try again.',
  expired: 'This link has ended or was used already. Ask for a new one.',
  invalid: 'Something in the form needs another look.',
  unavailable: 'That did not work just now. Nothing was lost; please try again.',
}

/**
 * An expected refusal. `message` is for the log; `readerMessage` is the sentence for the person. `fields` names inputs
 * at fault, with a sentence each.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly readerMessage: string
  readonly fields: Readonly<Record<string, string[]>>

  constructor(
    code: ErrorCode,
    options: { readerMessage?: string; logMessage?: string; fields?: Record<string, string[]> } = {},
  ) {
    super(options.logMessage ?? code)
    this.name = 'AppError'
    this.code = code
    this.readerMessage = options.readerMessage ?? SENTENCES[code]
    this.fields = options.fields ?? {}
  }
}
