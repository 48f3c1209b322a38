/*
 * Which of two: asked as seldom as an order allows, and never again what follows from earlier answers. Answers may run in
 * a circle, since people change their minds; then no order holds all of them, and the circle is shown instead of hidden.
 */

/** Where the person would rather train. */
export type Choice = { preferredId: string; otherId: string }

export type HeadToHead = {
  /** From the best down. Programs of one group stand together: a circle, or not told apart yet. */
  groups: readonly (readonly string[])[]
  /** Programs whose answers run in a circle, each circle as the choices that make it. */
  circles: readonly (readonly Choice[])[]
  /** The pair to ask next; null when every pair is answered or follows. */
  next: readonly [string, string] | null
  /** At most so many questions are left, if no answer contradicts another. */
  left: number
}

type IsOver = (a: string, b: string) => boolean

/** What the choices say about these programs. Choices about others are ignored; the order of either changes nothing. */
export function headToHead(ids: readonly string[], choices: readonly Choice[]): HeadToHead {
  const sorted = [...new Set(ids)].sort()
  const valid = choices.filter(
    ({ preferredId, otherId }) =>
      preferredId !== otherId && sorted.includes(preferredId) && sorted.includes(otherId),
  )
  const beats = closure(sorted, valid)
  const isOver: IsOver = (a, b) => beats.get(a)?.has(b) === true
  const knots = knotsOf(sorted, isOver)
  const knotOf = new Map(knots.map((knot) => [knot[0] ?? '', knot]))
  const { order, next, left } = insertionOrder([...knotOf.keys()], isOver)
  return {
    groups: order.map((tier) => tier.flatMap((leader) => knotOf.get(leader) ?? [])),
    circles: knots.filter((knot) => knot.length > 1).map((knot) => circleIn(knot, valid)),
    next,
    left,
  }
}

/** Whether the first is preferred by an answer or by what follows from answers, and the second is not over it as well. */
export function preferenceAmong(ids: readonly string[], choices: readonly Choice[]): IsOver {
  const beats = closure(ids, choices)
  return (a, b) => beats.get(a)?.has(b) === true && beats.get(b)?.has(a) !== true
}

/** For each program all that it stands over, by answers and by what follows from them. */
function closure(ids: readonly string[], choices: readonly Choice[]): Map<string, Set<string>> {
  const beats = new Map(ids.map((id) => [id, new Set<string>()]))
  for (const { preferredId, otherId } of choices) beats.get(preferredId)?.add(otherId)
  for (const middle of ids) {
    const under = beats.get(middle)
    for (const over of beats.values()) {
      if (over.has(middle)) for (const id of under ?? []) over.add(id)
    }
  }
  return beats
}

/** Programs that each stand over the other: they share one place until an answer is taken back. */
function knotsOf(ids: readonly string[], isOver: IsOver): string[][] {
  const knots: string[][] = []
  for (const id of ids) {
    const knot = knots.find(([leader = '']) => isOver(leader, id) && isOver(id, leader))
    if (knot) knot.push(id)
    else knots.push([id])
  }
  return knots
}

/**
 * Sorts by insertion into a chain with halving, which asks few questions; the first pair that no answer decides is the
 * next one. Until then the programs stand in tiers.
 */
function insertionOrder(
  ids: readonly string[],
  isOver: IsOver,
): { order: string[][]; next: readonly [string, string] | null; left: number } {
  const chain: string[] = []
  for (const [index, id] of ids.entries()) {
    // What is already known narrows the stretch before anything is asked.
    let from = 0
    let to = chain.length
    for (const [place, other] of chain.entries()) {
      if (isOver(other, id)) from = Math.max(from, place + 1)
      if (isOver(id, other)) to = Math.min(to, place)
    }
    if (from < to) {
      const middle = chain[Math.floor((from + to) / 2)] ?? ''
      const later = ids.slice(index + 1)
      const left = later.reduce((sum, _, at) => sum + halvings(index + 1 + at), halvings(to - from))
      return { order: tiers(ids, isOver), next: [middle, id], left }
    }
    chain.splice(from, 0, id)
  }
  return { order: chain.map((id) => [id]), next: null, left: 0 }
}

/** Questions that place one more among n. */
function halvings(n: number): number {
  return Math.ceil(Math.log2(n + 1))
}

/** While answers are missing: by how many stand over each, so that nobody stands above one that is over them. */
function tiers(ids: readonly string[], isOver: IsOver): string[][] {
  const above = new Map(ids.map((id) => [id, ids.filter((other) => isOver(other, id)).length]))
  const counts = [...new Set(above.values())].sort((a, b) => a - b)
  return counts.map((count) => ids.filter((id) => above.get(id) === count))
}

/** One circle of choices inside a knot: the shortest from its first program back to it. */
function circleIn(knot: readonly string[], choices: readonly Choice[]): readonly Choice[] {
  const inside = choices.filter(
    ({ preferredId, otherId }) => knot.includes(preferredId) && knot.includes(otherId),
  )
  const start = knot[0] ?? ''
  const paths: Choice[][] = inside
    .filter(({ preferredId }) => preferredId === start)
    .map((choice) => [choice])
  const seen = new Set<string>()
  for (const path of paths) {
    const end = path.at(-1)?.otherId ?? ''
    if (end === start) return path
    if (seen.has(end)) continue
    seen.add(end)
    for (const choice of inside) if (choice.preferredId === end) paths.push([...path, choice])
  }
  return inside
}
