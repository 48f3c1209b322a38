import type { DatedThing } from './dated-thing'

/**
 * What is still said by mail after an unmatched result: the next step alone, which is SOAP and offers. Everything else
 * waits until the person asks for it again or begins the next cycle (DESIGN.md section 12).
 */
export function thingsWhilePaused(things: readonly DatedThing[]): DatedThing[] {
  return things.filter(({ kind }) => kind === 'offer')
}
