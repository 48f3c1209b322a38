import { MOST_PER_PROGRAM } from './letter'

/** A letter in one of a program's places, numbered from 1: the database knows no fifth. */
export type Place = { letterId: string; slot: number }

export type PlacesPlan =
  | { isRefused: false; remove: readonly string[]; add: readonly Place[] }
  | { isRefused: true; wanted: number }

/**
 * What to change so that a program has exactly the wanted letters. Those that stay keep their place. More than ERAS takes
 * for one program are refused, and then nothing changes.
 */
export function planPlaces(current: readonly Place[], wanted: readonly string[]): PlacesPlan {
  const ids = [...new Set(wanted)]
  if (ids.length > MOST_PER_PROGRAM) return { isRefused: true, wanted: ids.length }
  const kept = current.filter(({ letterId }) => ids.includes(letterId))
  const free = Array.from({ length: MOST_PER_PROGRAM }, (_, index) => index + 1).filter(
    (slot) => !kept.some((place) => place.slot === slot),
  )
  const added = ids.filter((id) => !kept.some(({ letterId }) => letterId === id))
  return {
    isRefused: false,
    remove: current.filter(({ letterId }) => !ids.includes(letterId)).map(({ letterId }) => letterId),
    add: added.flatMap((letterId, index) => {
      const slot = free[index]
      return slot === undefined ? [] : [{ letterId, slot }]
    }),
  }
}
