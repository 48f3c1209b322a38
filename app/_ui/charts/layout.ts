import { addMonths, type CalendarDate, calendarDate, daysBetween, partsOf } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'

/** Pixels between a stem and the text beside it. */
export const STEM_GAP = 7
const CLEARANCE = 3

export type LabelSide = 'start' | 'end'
export type PlacedLabel = { side: LabelSide; tier: number }

/** The horizontal extent of a label beside its stem: to the right of it (`start`) or to the left (`end`). */
export function labelExtent(at: number, width: number, side: LabelSide): [number, number] {
  return side === 'start' ? [at + STEM_GAP, at + STEM_GAP + width] : [at - STEM_GAP - width, at - STEM_GAP]
}

/**
 * Gives each label a side of its stem and a tier above the bar (0 is the lowest), so that no two labels overlap and no
 * stem runs through a label, and all stay within `width` where that is possible at all. Labels come sorted by `at`, in
 * pixels. The result also holds for every greater width: positions move apart there while the texts keep their size.
 */
export function placeLabels(labels: readonly { at: number; width: number }[], width: number): PlacedLabel[] {
  let best: { placed: PlacedLabel[]; cost: number } | undefined
  // Labels near the right edge turn to the left of their stem: so try every place at which the turn may begin.
  for (let turn = labels.length; turn >= 0; turn--) {
    const sides = labels.map((_, index): LabelSide => (index < turn ? 'start' : 'end'))
    const extents = labels.map((label, index) => labelExtent(label.at, label.width, sides[index] ?? 'start'))
    const tiers = stackTiers(
      labels.map(({ at }) => at),
      extents,
    )
    if (!tiers) continue
    const outside = extents.reduce((sum, [from, to]) => sum + Math.max(0, -from) + Math.max(0, to - width), 0)
    const cost = outside * 1000 + Math.max(0, ...tiers) * 10 + (labels.length - turn)
    if (!best || cost < best.cost) {
      best = {
        cost,
        placed: tiers.map((tier, index) => ({ tier, side: sides[index] ?? 'start' })),
      }
    }
  }
  return best?.placed ?? []
}

/** The lowest tier for each label, or null when two labels would each have to be above the other. */
function stackTiers(stems: readonly number[], extents: readonly [number, number][]): number[] | null {
  const tiers = new Map<number, number>()
  // From the own stem on, not from the text on: on a wider page a close neighbour's stem moves in under the text.
  const mustClear = extents.map(([from, to], label) => {
    const own = stems[label] ?? 0
    return stems.flatMap((stem, other) =>
      stem !== own && stem > Math.min(own, from - CLEARANCE) && stem < Math.max(own, to + CLEARANCE)
        ? [other]
        : [],
    )
  })
  while (tiers.size < stems.length) {
    // From the right: a label that reaches over its neighbours' stems comes after them, and so above them.
    const next = stems.findLastIndex(
      (_, label) => !tiers.has(label) && mustClear[label]?.every((other) => tiers.has(other)),
    )
    const extent = extents[next]
    if (next < 0 || !extent) return null
    const floor = Math.max(-1, ...(mustClear[next] ?? []).map((other) => tiers.get(other) ?? 0)) + 1
    const taken = new Set(
      [...tiers].filter(([other]) => overlaps(extent, extents[other], CLEARANCE * 2)).map(([, tier]) => tier),
    )
    let tier = floor
    while (taken.has(tier)) tier++
    tiers.set(next, tier)
  }
  return stems.map((_, label) => tiers.get(label) ?? 0)
}

function overlaps(a: [number, number], b: [number, number] | undefined, gap: number): boolean {
  return b !== undefined && a[0] < b[1] + gap && b[0] < a[1] + gap
}

/** The width in pixels that a line of the interface font takes at most; a little generous, so that labels never touch. */
export function textWidth(text: string, size: number, isBold: boolean): number {
  return Math.ceil(text.length * size * (isBold ? 0.575 : 0.535))
}

/** Where a date lies between two others, from 0 to 1. */
export function fractionOf(date: CalendarDate, from: CalendarDate, to: CalendarDate): number {
  const whole = daysBetween(from, to)
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, daysBetween(from, date) / whole))
}

export type MonthTick = { date: CalendarDate; label: string; isYear: boolean; fraction: number }

/**
 * The first days of the months in the range, named where there is room for a name; January carries its year instead, and
 * always is named. `width` in pixels.
 */
export function monthTicks(from: CalendarDate, to: CalendarDate, width: number): MonthTick[] {
  const { year, month } = partsOf(from)
  const months = Math.max(1, daysBetween(from, to) / 30.44)
  const step = [1, 2, 3, 6, 12].find((count) => (width / months) * count >= 36) ?? 12
  const ticks: MonthTick[] = []
  for (let date = addMonths(calendarDate(year, month, 1), 1); date <= to; date = addMonths(date, 1)) {
    const fraction = fractionOf(date, from, to)
    const isYear = partsOf(date).month === 1
    const hasRoom = width * (1 - fraction) >= 36
    const isNamed = hasRoom && (partsOf(date).month - 1) % step === 0
    ticks.push({
      date,
      fraction,
      isYear,
      label: isNamed ? (isYear ? String(partsOf(date).year) : formatShortDate(date).slice(2, 5)) : '',
    })
  }
  return ticks
}
