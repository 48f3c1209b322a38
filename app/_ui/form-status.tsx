'use client'
import { use } from 'react'
import { FormContext, fieldId } from './form-context'
import { Sign } from './sign'

const TONES = { idle: 'neutral', done: 'good', preview: 'neutral', invalid: 'bad', failed: 'bad' } as const
const GROUNDS = { neutral: 'bg-sunken', good: 'bg-good-soft', bad: 'bg-bad-soft' } as const

/**
 * The one status line of a form: silent, saved, or refused with a link to each field that needs another look. It is in
 * the page from the start, because a live region that arrives together with its text is not read out.
 */
export function FormStatus({
  isDoneShown = true,
}: {
  /** Off where the page itself shows what was done: then it is only said. */
  isDoneShown?: boolean
}) {
  const form = use(FormContext)
  const state = form?.state
  const isShown = state !== undefined && state.status !== 'idle' && (isDoneShown || state.status !== 'done')
  const tone = TONES[state?.status ?? 'idle']
  const errors =
    state?.status === 'invalid'
      ? Object.entries(state.fieldErrors).flatMap(([name, list]) =>
          list.slice(0, 1).map((text) => ({ name, text })),
        )
      : []
  return (
    <div role="status" className={isShown ? `flex gap-3 rounded-lg px-4 py-3 ${GROUNDS[tone]}` : 'sr-only'}>
      {!isShown && state?.status === 'done' && state.message}
      {isShown && (
        <>
          <Sign tone={tone} className="mt-1 size-4" />
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{state.message}</p>
            {form && errors.length > 0 && (
              <ul className="mt-1 list-disc pl-4">
                {errors.map(({ name, text }) => (
                  <li key={name}>
                    <a
                      href={`#${fieldId(form.formId, name)}`}
                      className="text-bad underline underline-offset-3"
                    >
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </>
      )}
    </div>
  )
}
