'use client'
import { useEffect, useRef, useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { describedBy, FieldFrame } from '@/app/_ui/field-frame'
import { useField } from '@/app/_ui/form-context'
import { useTypedBefore } from '@/app/_ui/typed-before'
import { charactersOf } from '@/lib/experiences/experience'
import { erasMarks } from '@/lib/statement/eras-text'

/**
 * A text with MyERAS' count. Longer texts are kept and said to be too long, never cut. `start` can be put into an empty
 * field; without script it is shown beside it.
 */
export function CountedArea({
  name,
  label,
  hint,
  saved,
  most,
  start = '',
  rows,
}: {
  name: string
  label: string
  hint: string
  saved: string
  most: number
  start?: string
  rows: number
}) {
  const field = useField(name)
  const area = useRef<HTMLTextAreaElement>(null)
  const sent = field.typedText ?? saved
  const [text, setText] = useState(sent)
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => {
    setHasScript(true)
    // What was typed before the script was there is counted too.
    setText(area.current?.value ?? sent)
  }, [sent])
  useTypedBefore(field.id, area)
  const over = charactersOf(text) - most
  const odd = erasMarks(text)
  return (
    <div className="space-y-2">
      <FieldFrame id={field.id} label={label} hint={hint} errors={field.errors}>
        <textarea
          ref={area}
          id={field.id}
          name={name}
          rows={rows}
          className="control block"
          defaultValue={sent}
          onInput={(event) => setText(event.currentTarget.value)}
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={describedBy(field.id, true, field.errors.length > 0)}
        />
      </FieldFrame>
      <p className={`text-sm ${over > 0 ? 'font-medium text-warn' : 'text-mute'}`}>
        {charactersOf(text)} of {most} characters{over > 0 && `: ${over} too many for MyERAS`}.
        {odd.length > 0 &&
          ` May arrive changed: ${[...new Set(odd.map(({ character }) => character))].slice(0, 8).join(' ')}`}
      </p>
      {start !== '' &&
        text.trim() === '' &&
        (hasScript ? (
          <button
            type="button"
            className={buttonLook('secondary', true)}
            onClick={() => {
              if (!area.current) return
              area.current.value = start
              setText(start)
              area.current.focus()
            }}
          >
            Begin with what your profile says
          </button>
        ) : (
          <p className="rounded-lg bg-sunken px-4 py-3">
            <span className="text-sm text-mute">A beginning from your profile: </span>
            {start}
          </p>
        ))}
    </div>
  )
}
