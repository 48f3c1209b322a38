import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('../../../app/globals.css', import.meta.url)), 'utf8')

/** The colour tokens of globals.css for one theme, as written there. */
function palette(theme: 'light' | 'dark'): Map<string, string> {
  const tokens = css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return new Map(
    [...tokens].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  )
}

type Rgb = [number, number, number]

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const SIGHT = {
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

/** How far apart two colours look to such an eye: CIE76 difference; about 2 is just visible side by side. */
function distance(a: string, b: string, matrix: readonly number[]): number {
  const lab = (hex: string) => {
    const rgb = linear(hex)
    const [r, g, blue] = [0, 3, 6].map((row) =>
      Math.min(
        1,
        Math.max(
          0,
          rgb.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? 0), 0),
        ),
      ),
    ) as Rgb
    const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
    const x = f((0.4124 * r + 0.3576 * g + 0.1805 * blue) / 0.9505)
    const y = f(0.2126 * r + 0.7152 * g + 0.0722 * blue)
    const z = f((0.0193 * r + 0.1192 * g + 0.9505 * blue) / 1.089)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
  const other = lab(b)
  return Math.hypot(...lab(a).map((value, index) => value - (other[index] ?? 0)))
}

const STATUSES = ['good', 'warn', 'bad', 'unknown'] as const

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
  const colours = palette(theme)
  const colour = (name: string) => {
    const value = colours.get(name)
    if (!value) throw new Error(`globals.css has no colour token named ${name}`)
    return value
  }

  test('every text is legible on every ground it may stand on (WCAG AA, 4.5 to 1)', () => {
    const texts = ['ink', 'mute', 'accent', 'accent-strong', ...STATUSES]
    const grounds = ['paper', 'panel', 'sunken', 'accent-soft']
    const pairs = [
      ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
      ...STATUSES.flatMap((status) =>
        [status, 'ink', 'mute', 'accent'].map((text) => [text, `${status}-soft`] as const),
      ),
      ['on-accent', 'accent'],
      ['on-accent', 'accent-strong'],
    ] as const
    const tooFaint = pairs
      .map(([text, ground]) => ({
        pair: `${text} on ${ground}`,
        ratio: contrast(colour(text), colour(ground)),
      }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(tooFaint).toEqual([])
  })

  test('what has a meaning without being text stands out from its ground (3 to 1)', () => {
    const marks = ['edge', 'accent', 'good-fill', 'warn-fill', 'bad-fill', 'unknown-fill', 'neutral-fill']
    const tooFaint = marks
      .flatMap((mark) => ['paper', 'panel'].map((ground) => ({ mark, ground })))
      .filter(({ mark, ground }) => contrast(colour(mark), colour(ground)) < 3)
    expect(tooFaint).toEqual([])
  })

  test.each(Object.entries(SIGHT))('statuses can be told apart with %s', (_, matrix) => {
    for (const kind of ['', '-fill']) {
      STATUSES.forEach((a, index) => {
        for (const b of STATUSES.slice(index + 1)) {
          const apart = distance(colour(`${a}${kind}`), colour(`${b}${kind}`), matrix)
          expect(apart, `${a}${kind} and ${b}${kind}`).toBeGreaterThan(12)
        }
      })
    }
  })
})
