import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Launched, processesOf } from './installation'

const PATIENCE_MS = 60_000

/** Start-up ends with 1 and, after the steps that went well, exactly this one sentence; and leaves nothing running. */
export async function expectRefusal(launched: Launched, checkout: string, sentence: RegExp): Promise<void> {
  const outcome = await Promise.race([launched.ended, pause(PATIENCE_MS, 'still running', { ref: false })])
  expect(outcome, launched.output()).toBe(1)
  const said = launched
    .output()
    .trim()
    .split('\n')
    .filter((line) => line !== 'Locus' && !/^ {2}\w+ .*(\(\d+\.\d s\)|\.\.\.)$/.test(line))
  expect(said).toEqual([expect.stringMatching(sentence)])
  expect(said[0]).toMatch(/\.$/)
  expect(processesOf(checkout)).toEqual([])
}
