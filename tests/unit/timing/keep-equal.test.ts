import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepEqual } from '@/lib/timing/keep-equal'

/** What a view may hold, with few values so that equal parts are common. */
const { plain } = fc.letrec((tie) => ({
  plain: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, 0, 1, 'a', 'b', true),
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('plain'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))

it('says what the new value says, and touches neither', () => {
  fc.assert(
    fc.property(plain, plain, (before, next) => {
      const [beforeCopy, nextCopy] = structuredClone([before, next])
      expect(keepEqual(before, next)).toStrictEqual(nextCopy)
      expect([before, next]).toStrictEqual([beforeCopy, nextCopy])
    }),
  )
})

it('gives back the very same value where nothing changed, and the same parts where something did', () => {
  fc.assert(
    fc.property(plain, plain, (kept, other) => {
      const before = { kept, other: [other, 1] }
      expect(keepEqual(before, structuredClone(before))).toBe(before)
      const next = keepEqual(before, structuredClone({ kept, other: [other, 2] }))
      expect(next.kept).toBe(kept)
      expect(next).not.toBe(before)
    }),
  )
})
