import type { Point } from './simplify'

export type Anchored = { anchor: Point; radius: number }

/** Room between two marks, and how often they are pushed before it is good enough. */
const GAP = 2
const ROUNDS = 200

/**
 * Where round marks stand so that none covers another: each as near its anchor as the others leave it, inside the frame.
 * The same marks give the same places, in whatever order they are given; the answer is in the order given.
 */
export function spreadMarks(
  marks: readonly Anchored[],
  { width, height }: { width: number; height: number },
): Point[] {
  const order = marks
    .map((mark, index) => ({ ...mark, index }))
    .sort((a, b) => a.anchor[1] - b.anchor[1] || a.anchor[0] - b.anchor[0] || a.index - b.index)
    .map((mark) => ({ ...mark, x: mark.anchor[0], y: mark.anchor[1] }))
  for (let round = 0; round < ROUNDS; round++) {
    let isMoved = false
    // First a pull home, weaker every round, so that the last rounds only part what still touches.
    const pull = 0.15 * (1 - round / ROUNDS)
    for (const mark of order) {
      mark.x += (mark.anchor[0] - mark.x) * pull
      mark.y += (mark.anchor[1] - mark.y) * pull
    }
    order.forEach((a, index) => {
      for (const b of order.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const away = Math.hypot(dx, dy)
        const missing = a.radius + b.radius + GAP - away
        if (missing <= 0.01) continue
        isMoved = true
        // Two marks on one spot are parted sideways: any direction will do, but always the same one.
        const [ux, uy] = away === 0 ? [1, 0] : [dx / away, dy / away]
        a.x -= (ux * missing) / 2
        a.y -= (uy * missing) / 2
        b.x += (ux * missing) / 2
        b.y += (uy * missing) / 2
      }
    })
    for (const mark of order) {
      mark.x = Math.max(mark.radius + 1, Math.min(width - mark.radius - 1, mark.x))
      mark.y = Math.max(mark.radius + 1, Math.min(height - mark.radius - 1, mark.y))
    }
    if (!isMoved && round > 0) break
  }
  const places: Point[] = marks.map(({ anchor }) => anchor)
  for (const { index, x, y } of order) places[index] = [x, y]
  return places
}
