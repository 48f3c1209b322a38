import { type RefObject, useEffect, useState } from 'react'

/** How much beyond the window counts as in view, so that what is scrolled to is there already. */
const MARGIN = '25% 0px'

/**
 * Which children of a list stand in or near the window, by their place in it; null until the browser has said so. For a
 * list that must keep up with a moving hand: what nobody sees can be drawn a moment later. `count` is how many it holds.
 */
export function useInView(list: RefObject<Element | null>, count: number): ReadonlySet<number> | null {
  const [inView, setInView] = useState<ReadonlySet<number> | null>(null)
  useEffect(() => {
    const children = [...(list.current?.children ?? [])].slice(0, count)
    const places = new Map(children.map((child, place) => [child, place]))
    const observer = new IntersectionObserver(
      (entries) =>
        setInView((before) => {
          const seen = new Set(before)
          for (const { target, isIntersecting } of entries) {
            const place = places.get(target) ?? -1
            if (isIntersecting) seen.add(place)
            else seen.delete(place)
          }
          return seen
        }),
      { rootMargin: MARGIN },
    )
    for (const child of children) observer.observe(child)
    return () => observer.disconnect()
  }, [list, count])
  return inView
}
