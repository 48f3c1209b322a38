import { SECTIONS } from './policy'

/** What a look was at: a section, or the one line about a mentee in a mentor's roster. */
export const LOOK_KINDS = [...SECTIONS, 'roster'] as const
export type LookKind = (typeof LOOK_KINDS)[number]
