'use client'
import { useEffect, useRef, useState } from 'react'
import { FieldFrame } from '@/app/_ui/field-frame'
import { useField } from '@/app/_ui/form-context'
import { Sign } from '@/app/_ui/sign'
import { useTypedBefore } from '@/app/_ui/typed-before'
import { placeholdersIn } from '@/lib/contacts/placeholders'
import { rankFindings } from '@/lib/contacts/rank-wording'
import { RANK_WORDING_WORDS } from '@/lib/contacts/words'

/**
 * The text of a message, read for wording that asks for or promises a rank, as one types. The server draws the same
 * below a text that it was sent, so that the check works without script too.
 */
export function MessageField({ label, hint, draft }: { label: string; hint?: string; draft: string }) {
  const field = useField('text')
  const sent = field.typedText ?? draft
  const element = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(sent)
  // After an action React shows the submitted text again, and so must the check.
  useEffect(() => setText(element.current?.value ?? sent), [sent])
  useTypedBefore(field.id, element)
  const findings = rankFindings(text)
  const open = placeholdersIn(text)
  return (
    <div>
      <FieldFrame id={field.id} label={label} note="optional" hint={hint} errors={field.errors}>
        <textarea
          ref={element}
          id={field.id}
          name="text"
          rows={text.length > 300 ? 14 : 5}
          maxLength={20_000}
          className="control block"
          defaultValue={sent}
          onInput={(event) => setText(event.currentTarget.value)}
          aria-invalid={field.errors.length > 0 || undefined}
        />
      </FieldFrame>
      <div role="status" className="mt-2 space-y-2 empty:hidden">
        {findings.map(({ kind, start, end }) => (
          <div
            key={`${kind}-${start}`}
            className="flex max-w-prose gap-2.5 rounded-lg bg-warn-soft px-4 py-3"
          >
            <Sign tone="warn" className="mt-1 size-4" />
            <div className="min-w-0">
              <p>
                <strong className="font-semibold">Take care. </strong>
                {RANK_WORDING_WORDS[kind]}
              </p>
              <p className="mt-1 text-mute">“{text.slice(start, end)}”</p>
            </div>
          </div>
        ))}
        {open.length > 0 && (
          <p className="max-w-prose text-sm text-mute">Still yours to write: {open.join(' ')}</p>
        )}
      </div>
    </div>
  )
}
