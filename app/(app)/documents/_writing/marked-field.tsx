'use client'
import {
  memo,
  type ReactNode,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import { describedBy, FieldFrame } from '@/app/_ui/field-frame'
import { useField } from '@/app/_ui/form-context'
import { useTypedBefore } from '@/app/_ui/typed-before'
import { marksByLine, stretches, type TextMark } from '@/lib/statement/marked-text'
import './marked-field.css'

export type FieldHandle = {
  text: () => string
  /** Selects a stretch and brings it into view. */
  show: (start: number, end: number) => void
  /** Puts another text in the place of the whole one; the browser's own undo takes it back. */
  replace: (text: string) => void
  /** The same without taking the focus or leaving anything to undo. */
  set: (text: string) => void
}

/**
 * A textarea that marks sentences behind its text. Nothing is drawn at a key stroke: the marks follow when the text that
 * they belong to has been read. `marks` are decoration; a list beside the field says the same in words.
 */
export function MarkedField({
  name,
  label,
  hint,
  defaultText,
  markedText,
  marks,
  isShort = false,
  onInput,
  handle,
}: {
  name: string
  label: ReactNode
  hint: ReactNode
  defaultText: string
  /** The text that `marks` count in. */
  markedText: string
  marks: readonly TextMark[]
  isShort?: boolean
  onInput: () => void
  handle: Ref<FieldHandle>
}) {
  const { id, errors, typedText } = useField(name)
  const field = useRef<HTMLTextAreaElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  useQuietKeys(field, onInput)
  useTypedBefore(id, field)
  useImperativeHandle(handle, () => ({
    text: () => field.current?.value ?? '',
    show: (start, end) => {
      if (field.current) showStretch(field.current, layer.current, start, end)
    },
    replace: (text) => {
      if (field.current) replaceAll(field.current, text)
    },
    set: (text) => {
      if (field.current) setAll(field.current, text)
    },
  }))
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors}>
      <div className="marked-field" data-short={isShort || undefined}>
        <div ref={layer} className="marks control" aria-hidden="true">
          <Lines text={markedText} marks={marks} />
        </div>
        <textarea
          ref={field}
          id={id}
          name={name}
          rows={isShort ? 7 : 16}
          className="control"
          defaultValue={typedText ?? defaultText}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, true, errors.length > 0)}
          onScroll={({ currentTarget }) => {
            if (layer.current) layer.current.scrollTop = currentTarget.scrollTop
          }}
        />
      </div>
    </FieldFrame>
  )
}

/** What React looks at by itself at each key, and for which it asks the field for its whole text and its selection. */
const WATCHED = [
  'keydown',
  'keypress',
  'beforeinput',
  'textInput',
  'input',
  'keyup',
  'selectionchange',
] as const

/**
 * Tells of input past React: for each of these events it walks the page, and reads the field's value or selection, which in
 * a long text takes longer than the rest of the key together. They are held back before they reach the document, where
 * React listens; nothing else does for this field.
 */
function useQuietKeys(field: RefObject<HTMLTextAreaElement | null>, onInput: () => void): void {
  const told = useRef(onInput)
  useLayoutEffect(() => {
    told.current = onInput
  })
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const keep = (event: Event) => {
      if (event.target !== element) return
      event.stopPropagation()
      if (event.type === 'input') told.current()
    }
    for (const type of WATCHED) addEventListener(type, keep, true)
    return () => {
      for (const type of WATCHED) removeEventListener(type, keep, true)
    }
  }, [field])
}

const Lines = memo(function Lines({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  const seen = new Map<string, number>()
  return marksByLine(text, marks).map((line) => {
    // By its words, so that a line put in above draws none of the others anew.
    const times = (seen.get(line.text) ?? 0) + 1
    seen.set(line.text, times)
    return <Line key={`${times} ${line.text}`} text={line.text} marks={line.marks} />
  })
})

type LineProps = { text: string; marks: readonly TextMark[] }

const Line = memo(function Line({ text, marks }: LineProps) {
  if (marks.length === 0) return <div className="line">{text}</div>
  let at = 0
  return (
    <div className="line">
      {stretches(text, marks).map((stretch) => {
        at += stretch.text.length
        if (stretch.kinds.length === 0) return stretch.text
        const has = (kind: TextMark['kind']) => (stretch.kinds.includes(kind) ? '' : undefined)
        return (
          <mark key={at} data-sentence={has('sentence')} data-words={has('words')} data-sign={has('sign')}>
            {stretch.text}
          </mark>
        )
      })}
    </div>
  )
}, isSameLine)

/** Each reading brings marks of its own, most of which say what those before said. */
function isSameLine(before: LineProps, after: LineProps): boolean {
  return (
    before.text === after.text &&
    before.marks.length === after.marks.length &&
    before.marks.every((mark, index) => {
      const other = after.marks[index]
      return mark.kind === other?.kind && mark.start === other.start && mark.end === other.end
    })
  )
}

function replaceAll(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  field.select()
  // The only way that browsers can undo; deprecated, and kept by all of them for this.
  const isDone =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (!isDone || field.value !== text) setAll(field, text)
}

function setAll(field: HTMLTextAreaElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A textarea does not say where its lines are; the layer behind it does. */
function showStretch(
  field: HTMLTextAreaElement,
  layer: HTMLDivElement | null,
  start: number,
  end: number,
): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  const top = layer ? topOf(layer, start) : null
  if (top !== null) field.scrollTop = Math.max(0, top - field.clientHeight / 3)
  const box = field.getBoundingClientRect()
  const y = box.top + (top ?? 0) - field.scrollTop
  if (y < 80 || y > innerHeight - 120) scrollBy({ top: y - innerHeight / 3 })
}

/** How far below the layer's beginning a character of its text stands. */
function topOf(layer: HTMLDivElement, at: number): number | null {
  let before = 0
  for (const line of layer.children) {
    const length = line.textContent.length
    if (at > before + length) {
      before += length + 1
      continue
    }
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let left = at - before
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const size = node.textContent?.length ?? 0
      if (left <= size) {
        const range = document.createRange()
        range.setStart(node, left)
        return range.getBoundingClientRect().top - layer.getBoundingClientRect().top + layer.scrollTop
      }
      left -= size
    }
    return line.getBoundingClientRect().top - layer.getBoundingClientRect().top + layer.scrollTop
  }
  return null
}
