'use client'
import { useEffect, useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { SENTENCE_LABELS, type SentenceRole } from '@/lib/story/sentence'

/**
 * The person's three sentences beside a text of another page: to be copied, or put where the cursor stands in the field
 * `into`. Without script they stand there as text. Empty, it leads to where they are written.
 */
export function SentenceOffer({
  sentences,
  into,
}: {
  sentences: readonly { role: SentenceRole; text: string }[]
  /** The id of the text field that a sentence may be put into. */
  into?: string
}) {
  const [hasScript, setHasScript] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setHasScript(true), [])
  if (sentences.length === 0) {
    return (
      <p className="max-w-prose text-mute">
        Your <a href="/story">three sentences</a> are not written yet. Once they are, they stand here.
      </p>
    )
  }
  return (
    <div className="space-y-3">
      <ul className="space-y-3">
        {sentences.map(({ role, text }) => (
          <li key={role} className="max-w-prose">
            <p className="text-sm text-mute">{SENTENCE_LABELS[role]}</p>
            <p>{text}</p>
            {hasScript && (
              <p className="no-print mt-1 flex flex-wrap gap-2">
                {into && (
                  <button
                    type="button"
                    className={buttonLook('secondary', true)}
                    aria-label={`Put into the text: ${SENTENCE_LABELS[role]}`}
                    onClick={() =>
                      setSaid(put(into, text) ? 'Put into the text.' : 'The field is not on this page.')
                    }
                  >
                    Put into the text
                  </button>
                )}
                <button
                  type="button"
                  className={buttonLook('quiet', true)}
                  aria-label={`Copy: ${SENTENCE_LABELS[role]}`}
                  onClick={async () =>
                    setSaid((await copy(text)) ? 'Copied.' : 'Not copied: mark it and copy by hand.')
                  }
                >
                  Copy
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-mute empty:hidden">
        {said}
      </p>
      <p className="no-print text-sm">
        <a href="/story">Change them in your story</a>
      </p>
    </div>
  )
}

/** Puts the sentence where the cursor is, with a space on each side that wants one, and tells the field that it changed. */
function put(id: string, sentence: string): boolean {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLTextAreaElement)) return false
  const { selectionStart, selectionEnd, value } = field
  const before = /\S$/.test(value.slice(0, selectionStart)) ? ' ' : ''
  const after = /^\S/.test(value.slice(selectionEnd)) ? ' ' : ''
  const put = `${before}${sentence}${after}`
  field.focus()
  field.setSelectionRange(selectionStart, selectionEnd)
  // The only way that browsers can undo; deprecated, and kept by all of them for this.
  if (document.execCommand('insertText', false, put)) return true
  field.setRangeText(put, selectionStart, selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return true
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused by the browser or not there without a secure connection.
    return false
  }
}
