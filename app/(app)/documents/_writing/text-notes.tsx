'use client'
import { memo } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ERAS_MARK_LABELS } from '@/lib/statement/eras-text'
import { characterWords, groupMarks, lengthSentence } from '@/lib/statement/finding-words'
import type { TextReading } from '@/lib/statement/text-reading'

/**
 * Length as MyERAS counts it, and the characters that it may change, with plain typing in their place at one click. The
 * button sends the form where there is no script.
 */
export const TextNotes = memo(function TextNotes({
  reading: { length, marks },
  show,
  makePlain,
  hasLimit = true,
}: {
  reading: TextReading
  show: (start: number, end: number) => void
  makePlain: () => void
  hasLimit?: boolean
}) {
  const groups = groupMarks(marks)
  const isReplaceable = groups.some(({ instead }) => instead !== null)
  return (
    <div className="space-y-3">
      {hasLimit && (
        <p className={`flex gap-2.5 ${length.over > 0 ? 'font-medium text-bad' : 'text-mute'}`}>
          {length.over > 0 && <Sign tone="bad" className="mt-1.5 size-3.5" />}
          {lengthSentence(length)}
        </p>
      )}
      {groups.length > 0 && (
        <section aria-label="Characters that MyERAS may change">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="flex gap-2.5 font-medium">
              <Sign tone="unknown" className="mt-1.5 size-3.5" />
              {marks.length} {marks.length === 1 ? 'character' : 'characters'} that MyERAS may change
            </p>
            {isReplaceable && (
              <SubmitButton kind="secondary" isSmall name="intent" value="plain" onPress={makePlain}>
                Replace with plain typing
              </SubmitButton>
            )}
          </div>
          <ul className="mt-2 space-y-1.5 text-sm">
            {groups.map((group) => (
              <li key={group.character} className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{characterWords(group)}</span>
                <span className="text-mute">
                  {group.times === 1 ? 'once' : `${group.times} times`}. {ERAS_MARK_LABELS[group.kind]}.{' '}
                  {group.instead === null
                    ? 'Only you can say what to write instead.'
                    : group.instead.trim() === ''
                      ? group.instead === ''
                        ? 'It would be taken out.'
                        : 'A plain space would stand there.'
                      : `Plain: ${group.instead}`}
                </span>
                <button
                  type="button"
                  className={`${buttonLook('quiet', true)} noscript:hidden`}
                  onClick={() => show(group.start, group.end)}
                >
                  Show<span className="sr-only"> {characterWords(group)} in the text</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
})
