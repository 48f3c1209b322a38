import { type RefObject, useEffect, useState } from 'react'

/**
 * Which children of a list stand in the window, by their place in it; null until the browser has said so. For a
 * list that must keep up with a moving hand: what nobody sees can be drawn a moment later. `count` is how many it holds.
 */
export function useInView(list: RefObject<Element | null>, count: number): ReadonlySet<number> | null {
  const [inView, setInView] = useState<ReadonlySet<number> | null>(null)
  useEffect(() => {
    const children = [...(list.current?.children ?? [])].slice(0, count)
    const places = new Map(children.map((child, place) => [child, place]))
    const observer = new IntersectionObserver((entries) =>
      setInView((before) => {
        const seen = new Set(before)
        for (const { target, isIntersecting } of entries) {
          const place = places.get(target) ?? -1
          if (isIntersecting) seen.add(place)
          else seen.delete(place)
        }
        return seen
      }),
    )
    for (const child of children) observer.observe(child)
    return () => observer.disconnect()
  }, [list, count])
  return inView
}
