'use client'
import { useEffect, useRef, useState } from 'react'
import { describedBy, FieldFrame } from '@/app/_ui/field-frame'
import { useField } from '@/app/_ui/form-context'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { PracticeExam } from '@/lib/exams/practice'
import { readPracticeLine } from '@/lib/exams/practice-line'
import { EXAMPLE_LINE, lineProblemWords, readingSentence } from '@/lib/exams/practice-line-words'

/**
 * The field of the quick entry. With script it says at each key how the line is understood and what is still missing;
 * without it the same reading happens when the form is sent.
 */
export function LineEntry({ today, assumedExam }: { today: CalendarDate; assumedExam: PracticeExam }) {
  const field = useField('line')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(field.typedText ?? '')

  useEffect(() => {
    const field = input.current
    const form = field?.form
    if (!field || !form) return
    // What was typed before the script arrived.
    setText((before) => field.value || before)
    let sent = field.value
    const onSubmit = () => {
      sent = field.value
    }
    // React resets the form after its action, and the event comes before the fields change. The next line, typed while
    // the answer was awaited, outlives that.
    const onReset = () => {
      const next = field.value === sent ? null : field.value
      queueMicrotask(() => {
        if (next !== null) field.value = next
        setText(field.value)
      })
    }
    form.addEventListener('submit', onSubmit)
    form.addEventListener('reset', onReset)
    return () => {
      form.removeEventListener('submit', onSubmit)
      form.removeEventListener('reset', onReset)
    }
  }, [])

  const isAnswered = field.errors.length > 0 && text === field.typedText
  const reading = text.trim() === '' || isAnswered ? null : readPracticeLine(text, { today, assumedExam })
  return (
    <FieldFrame
      id={field.id}
      label="Test, day and result in one line"
      hint={`For example: ${EXAMPLE_LINE}`}
      errors={field.errors}
    >
      <input
        ref={input}
        id={field.id}
        name="line"
        className="control"
        defaultValue={field.typedText ?? ''}
        onInput={(event) => setText(event.currentTarget.value)}
        maxLength={1500}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-invalid={field.errors.length > 0 || undefined}
        aria-describedby={describedBy(field.id, true, field.errors.length > 0)}
      />
      <output htmlFor={field.id} className="block text-sm empty:hidden">
        {reading?.ok && (
          <span className="text-good">Read as: {readingSentence(reading.entry, reading.isExamAssumed)}</span>
        )}
        {reading && !reading.ok && (
          <span className="text-mute">{reading.problems.map(lineProblemWords).join(' ')}</span>
        )}
      </output>
    </FieldFrame>
  )
}
