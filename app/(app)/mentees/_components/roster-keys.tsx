'use client'
import { useEffect, useState } from 'react'

/** Whether single keys count, as this browser remembers it: who speaks to their computer may want them off. */
const STORED = 'locus-roster-keys'

/** Walks through the names by j and k or the arrows, opens with Enter, and goes to the search with a slash. */
export function RosterKeys() {
  const [isOn, setIsOn] = useState(true)
  useEffect(() => setIsOn(localStorage.getItem(STORED) !== 'off'), [])
  useEffect(() => {
    if (!isOn) return
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
  return (
    <p className="no-print mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-mute pointer-coarse:hidden">
      <span>
        <Key>j</Key> or <Key>↓</Key> next, <Key>k</Key> or <Key>↑</Key> before, <Key>Enter</Key> open,{' '}
        <Key>/</Key> search
      </span>
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            setIsOn(target.checked)
            localStorage.setItem(STORED, target.checked ? 'on' : 'off')
          }}
        />
        Keys on
      </label>
    </p>
  )
}

function Key({ children }: { children: string }) {
  return <kbd className="rounded border border-edge px-1 font-mono text-xs">{children}</kbd>
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

function onKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === '/') {
    event.preventDefault()
    const search = document.getElementById('roster-search')
    search?.focus()
    return
  }
  const step = STEPS[event.key]
  if (step === undefined) return
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-roster]')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  // From elsewhere on the page the arrows scroll, as everywhere; letters enter at the first line.
  if (at === -1 && event.key.startsWith('Arrow')) return
  event.preventDefault()
  const next =
    at === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)
  links[next]?.focus()
}

/** In a field keys are text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  )
}
