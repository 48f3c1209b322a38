import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { ActionState } from '@/lib/errors/action-state'
import { AppError } from '@/lib/errors/app-error'
import { ensureViewer, type SignedIn } from './auth'
import { type FormValues, readForm, shownAgain } from './form-values'

/*
 * The one way in for mutations from forms: parse, find out who asks, call, and turn an expected refusal into the state
 * that the form shows. Everything unexpected is thrown on, redirects included.
 */

export type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>

type Handler<Input> = (viewer: SignedIn, input: Input) => Promise<ActionState | undefined>

/**
 * An action for a person and their own rows. Someone without a session becomes a guest here, at the first save, once
 * the input is known to be good.
 */
export function viewerAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: Handler<z.output<Schema>>,
): FormAction {
  return async (_previous, form) => {
    const values = readForm(form)
    const parsed = schema.safeParse(values)
    if (!parsed.success) return invalid(parsed.error, values)
    return answered(values, async () => handler(await ensureViewer(), parsed.data))
  }
}

/** An action that anyone may call, such as signing in. */
export function publicAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>) => Promise<ActionState | undefined>,
): FormAction {
  return async (_previous, form) => {
    const values = readForm(form)
    const parsed = schema.safeParse(values)
    if (!parsed.success) return invalid(parsed.error, values)
    return answered(values, () => handler(parsed.data))
  }
}

async function answered(
  values: FormValues,
  work: () => Promise<ActionState | undefined>,
): Promise<ActionState> {
  // Reading the headers keeps actions out of any cache and fails loudly outside a request.
  await headers()
  try {
    return (await work()) ?? { status: 'done', message: 'Saved.' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (Object.keys(error.fields).length > 0) {
      return {
        status: 'invalid',
        message: error.readerMessage,
        fieldErrors: { ...error.fields },
        values: shownAgain(values),
      }
    }
    return { status: 'failed', code: error.code, message: error.readerMessage, values: shownAgain(values) }
  }
}

function invalid(error: z.ZodError, values: FormValues): ActionState {
  const fieldErrors: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form')
    const messages = fieldErrors[field] ?? []
    if (!messages.includes(issue.message)) fieldErrors[field] = [...messages, issue.message]
  }
  const count = Object.keys(fieldErrors).length
  const message = count === 1 ? 'One answer needs another look.' : `${count} answers need another look.`
  return { status: 'invalid', message, fieldErrors, values: shownAgain(values) }
}
