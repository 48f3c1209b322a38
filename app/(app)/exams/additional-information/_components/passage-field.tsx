'use client'
import { useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { describedBy, FieldFrame } from '@/app/_ui/field-frame'
import { useField } from '@/app/_ui/form-context'
import { Sign } from '@/app/_ui/sign'
import { checkPassage, PASSAGE_LIMIT, PASSAGE_RULE_LABELS } from '@/lib/exams/additional-information'
import type { Exam } from '@/lib/exams/attempt'

/**
 * The passage with its count and its check. The server draws both for what is saved; with script they follow each key.
 * The draft goes into the field by a link that works without script, and what it replaced can be brought back.
 */
export function PassageField({
  exam,
  saved,
  draft,
  draftHref,
}: {
  exam: Exam
  saved: string
  draft: string
  draftHref: string
}) {
  const { id, errors, typedText } = useField('passage')
  const [text, setText] = useState(typedText ?? saved)
  const [replaced, setReplaced] = useState<string | null>(null)
  const checks = checkPassage(text, { exam })
  const looks = checks.filter((check) => check.state === 'look').length
  const isEmpty = text.trim() === ''
  return (
    <div className="space-y-4">
      <FieldFrame
        id={id}
        label="Your passage"
        hint={`Yours to change until it sounds like you. About ${PASSAGE_LIMIT.characters} characters is short; what MyERAS takes was not found published.`}
        errors={errors}
      >
        <textarea
          id={id}
          name="passage"
          rows={7}
          className="control block"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, true, errors.length > 0)}
        />
      </FieldFrame>
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-mute">
          {text.trim().length} of {PASSAGE_LIMIT.characters} characters
        </p>
        {draft !== '' && draft !== text && (
          <a
            href={draftHref}
            className={buttonLook('secondary', true)}
            onClick={(event) => {
              event.preventDefault()
              if (text.trim() !== '') setReplaced(text)
              setText(draft)
            }}
          >
            Put the draft into the field
          </a>
        )}
        {replaced !== null && replaced !== text && (
          <button type="button" className={buttonLook('quiet', true)} onClick={() => setText(replaced)}>
            Bring back what stood there
          </button>
        )}
      </div>
      <section aria-label="Checked against the rules">
        <p className="font-medium">
          {isEmpty
            ? 'What it will be checked for.'
            : looks === 0
              ? 'Nothing to look at again.'
              : `${looks} of ${checks.length} deserve another look.`}{' '}
          <span className="font-normal text-mute">A check of words, never of you (article, B6, E3, E4).</span>
        </p>
        <ul className="mt-2 space-y-1.5">
          {checks.map(({ key, state, text: says, criteria }) => (
            <li key={key} className="flex gap-2.5">
              <Sign
                tone={isEmpty ? 'neutral' : state === 'kept' ? 'good' : 'warn'}
                className="mt-1.5 size-3.5"
              />
              <span className="min-w-0 max-w-prose">
                <span className="font-medium">{PASSAGE_RULE_LABELS[key]}</span>
                {!isEmpty && (
                  <span className="sr-only">{state === 'kept' ? ' (kept)' : ' (look again)'}</span>
                )}
                {!isEmpty && (state === 'look' || key === 'short') && `: ${says}`}{' '}
                <span className="text-sm text-mute">{criteria.join(', ')}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
