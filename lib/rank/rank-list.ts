/* The order itself, as ids of list entries. Only programs at which the person interviewed can stand in it. */

export type RankOrder = { order: readonly string[]; leftOff: readonly string[] }

export type SettledOrder = RankOrder & {
  /** Interviewed at, and neither on the list nor left off. */
  unplaced: readonly string[]
}

/** What is stored beside who may stand on the list now: what fell away is dropped, what is new is unplaced. */
export function settledOrder({ order, leftOff }: RankOrder, candidates: readonly string[]): SettledOrder {
  const may = new Set(candidates)
  const kept = [...new Set(order)].filter((id) => may.has(id))
  const off = [...new Set(leftOff)].filter((id) => may.has(id) && !kept.includes(id))
  return {
    order: kept,
    leftOff: off,
    unplaced: [...may].filter((id) => !kept.includes(id) && !off.includes(id)),
  }
}

export const MOVES = ['up', 'down', 'add', 'off'] as const
export type Move = (typeof MOVES)[number]

/** The order after one move. 'add' puts a program at the end, 'off' leaves it off; what cannot move stays. */
export function afterMove({ order, leftOff }: RankOrder, id: string, move: Move): RankOrder {
  const at = order.indexOf(id)
  const without = order.filter((one) => one !== id)
  switch (move) {
    case 'up':
      return at < 1 ? { order, leftOff } : { order: placedAt(without, id, at - 1), leftOff }
    case 'down':
      return at === -1 ? { order, leftOff } : { order: placedAt(without, id, at + 1), leftOff }
    case 'add':
      return { order: [...without, id], leftOff: leftOff.filter((one) => one !== id) }
    case 'off':
      return { order: without, leftOff: leftOff.includes(id) ? leftOff : [...leftOff, id] }
  }
}

/** A list with an id put at a place; beyond its ends it stands at the end. */
export function placedAt(ids: readonly string[], id: string, at: number): readonly string[] {
  const without = ids.filter((one) => one !== id)
  return [...without.slice(0, at), id, ...without.slice(at)]
}

export type CertifiedChange = {
  moved: readonly string[]
  added: readonly string[]
  gone: readonly string[]
}

/** What differs from the order that was certified; null when nothing does. */
export function changeSince(certified: readonly string[], order: readonly string[]): CertifiedChange | null {
  if (isSameOrder(certified, order)) return null
  const before = certified.filter((id) => order.includes(id))
  const now = order.filter((id) => certified.includes(id))
  return {
    moved: now.filter((id, place) => before[place] !== id),
    added: order.filter((id) => !certified.includes(id)),
    gone: certified.filter((id) => !order.includes(id)),
  }
}

export function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => b[place] === id)
}

/** A mark of an order as a form carries it: two orders have the same one only when they are the same. */
export function orderKey({ order, leftOff }: RankOrder): string {
  return `${order.join(',')}|${leftOff.join(',')}`
}
