/**
 * `next`, in which every part that says the same as that part of `before` is the very part of `before`: who draws a part
 * then knows by its identity that nothing changed. For plain data; neither argument is touched.
 */
export function keepEqual<T>(before: T, next: T): T {
  if (Object.is(before, next)) return before
  if (!isPlain(before) || !isPlain(next) || Array.isArray(before) !== Array.isArray(next)) return next
  const old: Readonly<Record<string, unknown>> = before
  const keys = Object.keys(next)
  const values = keys.map((key) => keepEqual(old[key], next[key]))
  const isSame =
    Object.keys(before).length === keys.length &&
    keys.every((key, index) => Object.hasOwn(old, key) && Object.is(old[key], values[index]))
  if (isSame) return before
  // The values stand in the order of the keys, so an array's are the array.
  if (Array.isArray(next)) return values as T
  return Object.fromEntries(keys.map((key, index) => [key, values[index]])) as T
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
