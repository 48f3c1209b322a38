'use client'
import { useEffect, useRef, useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { describedBy, FieldFrame } from '@/app/_ui/field-frame'
import { useField } from '@/app/_ui/form-context'
import { SubmitButton } from '@/app/_ui/submit-button'
import { useTypedBefore } from '@/app/_ui/typed-before'
import { placeholdersIn } from '@/lib/contacts/placeholders'
import type { StoryItem } from '@/lib/story/items'
import { SENTENCE_HINTS, SENTENCE_LABELS, SENTENCE_MOST, type SentenceRole } from '@/lib/story/sentence'
import { startOf } from '@/lib/story/start'

/**
 * A sentence with what it rests on. The start is made from the ticked facts alone: with script at once, without it by a
 * save that puts it into an empty field. What it replaced can be brought back.
 */
export function SentenceFields({
  role,
  text: saved,
  evidence,
  suggested,
  others,
}: {
  role: SentenceRole
  text: string
  evidence: readonly string[]
  suggested: readonly StoryItem[]
  others: readonly StoryItem[]
}) {
  const field = useField('text')
  const area = useRef<HTMLTextAreaElement>(null)
  const sent = field.typedText ?? saved
  const [text, setText] = useState(sent)
  const [replaced, setReplaced] = useState<string | null>(null)
  // After an action React shows the submitted text again, and the count must follow; what was typed before stays too.
  useEffect(() => setText(area.current?.value ?? sent), [sent])
  useTypedBefore(field.id, area)
  const open = placeholdersIn(text)
  const items = [...suggested, ...others]

  function put(next: string) {
    if (!area.current) return
    area.current.value = next
    setText(next)
    area.current.focus()
  }

  return (
    <>
      {items.length === 0 ? (
        <p className="max-w-prose text-mute">
          Your profile holds nothing yet that a sentence could rest on.{' '}
          <a href="/profile">Add what is true</a>, and it can be chosen here.
        </p>
      ) : (
        <CheckboxGroupField
          name="evidence"
          legend="What it rests on"
          note="what your profile holds"
          layout="column"
          defaultValues={evidence}
          choices={asChoices(suggested)}
          more={{ summary: `${others.length} more from your profile`, choices: asChoices(others) }}
        />
      )}
      <FieldFrame id={field.id} label="Your sentence" hint={SENTENCE_HINTS[role]} errors={field.errors}>
        <textarea
          ref={area}
          id={field.id}
          name="text"
          rows={3}
          className="control block"
          defaultValue={sent}
          onInput={(event) => setText(event.currentTarget.value)}
          aria-invalid={field.errors.length > 0 || undefined}
          aria-describedby={describedBy(field.id, true, field.errors.length > 0)}
        />
      </FieldFrame>
      <p className="text-sm text-mute">
        {text.trim().length} of {SENTENCE_MOST} characters.
        {open.length > 0 && ` Still yours to write: ${open.join(' ')}`}
      </p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="keep" aria-label={`Save: ${SENTENCE_LABELS[role]}`}>
          Save
        </SubmitButton>
        {items.length > 0 && (
          <button
            type="submit"
            name="intent"
            value="start"
            className={buttonLook('secondary', false)}
            onClick={(event) => {
              const form = event.currentTarget.form
              if (!form) return
              const ticked = new FormData(form).getAll('evidence')
              const start = startOf(
                role,
                items.filter(({ key }) => ticked.includes(key)),
              )
              // With nothing ticked the server says what to do.
              if (start === '') return
              event.preventDefault()
              if (text.trim() !== '' && text !== start) setReplaced(text)
              put(start)
            }}
          >
            Make a start from these facts
          </button>
        )}
        {replaced !== null && replaced !== text && (
          <button type="button" className={buttonLook('quiet', false)} onClick={() => put(replaced)}>
            Bring back what stood there
          </button>
        )}
      </div>
    </>
  )
}

function asChoices(items: readonly StoryItem[]) {
  return items.map(({ key, label }) => ({ value: key, label }))
}
