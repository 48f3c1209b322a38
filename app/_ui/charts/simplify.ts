export type Point = readonly [x: number, y: number]

/**
 * A line with fewer points that never strays further than `tolerance` from the given one (Douglas and Peucker). Both ends
 * stay, so that two shapes which share a border still share it.
 */
export function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const [first] = line
  const last = line.at(-1)
  if (first === undefined || last === undefined || line.length < 3) return [...line]
  let farthest = 0
  let most = -1
  for (let index = 1; index < line.length - 1; index++) {
    const away = distanceToSegment(line[index] ?? first, first, last)
    if (away > most) [farthest, most] = [index, away]
  }
  if (most <= tolerance) return [first, last]
  const left = simplifyLine(line.slice(0, farthest + 1), tolerance)
  return [...left.slice(0, -1), ...simplifyLine(line.slice(farthest), tolerance)]
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
