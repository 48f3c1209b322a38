export const MARK_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'plus'] as const
export type MarkShape = (typeof MARK_SHAPES)[number]

/** Marks of about the same weight, round a middle at zero. */
export const MARK_PATHS: Readonly<Record<MarkShape, string>> = {
  circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  square: 'M-4 -4h8v8h-8z',
  triangle: 'M0 -5l5 9h-10z',
  diamond: 'M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z',
  plus: 'M-1.6 -5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z',
}
