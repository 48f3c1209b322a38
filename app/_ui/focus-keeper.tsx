'use client'
import { useEffect } from 'react'

/** What the keyboard's place may fall back to: parts of a page with a meaning of their own. */
const PARTS = 'li, form, fieldset, section, article, dialog, details, [role=status], main'

/**
 * Keeps the keyboard's place when what had the focus leaves the page: a row that was dealt with, a card that moved, a page
 * that was read anew after a save. The browser would begin at the top again. The place goes to the same thing where it was
 * drawn anew, to the nearest part round it that is still there, or, on a new page, to what the address names (`#history`)
 * and else to the page's main part.
 */
export function FocusKeeper() {
  useEffect(() => {
    /** What has the focus and all round it, innermost first. */
    let path: Element[] = []
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element ? pathOf(target) : []
    }
    // Someone who leaves a field by hand wants no other place; what is taken away leaves the page in the same moment.
    const forget = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return
      setTimeout(() => {
        if (path[0] === target && path[0]?.isConnected && isLost()) path = []
      })
    }
    const keep = () => {
      const [last] = path
      if (!last || last.isConnected || !isLost()) return
      for (const place of placesFor(path)) {
        focusOn(place)
        if (!isLost()) return
      }
    }
    const observer = new MutationObserver(keep)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', forget)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', forget)
    }
  }, [])
  return null
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

function pathOf(element: Element): Element[] {
  const path: Element[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) path.push(at)
  return path
}

function placesFor(path: readonly Element[]): Element[] {
  const main = document.getElementById('main')
  const again = document.getElementById(path[0]?.id ?? '')
  const near = path.find((element) => element.isConnected)?.closest(PARTS) ?? null
  const isNewPage = near === null || near === main
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const around = near === null ? [] : pathOf(near).filter((element) => element.matches(PARTS))
  return [again, ...(isNewPage ? [named] : around), main].filter((place) => place !== null)
}

/** The page does not move: where to look is the page's own affair. */
function focusOn(place: Element): void {
  if (!(place instanceof HTMLElement)) return
  place.focus({ preventScroll: true })
  if (document.activeElement === place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
}
