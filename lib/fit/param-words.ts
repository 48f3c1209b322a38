import { formatDate } from '@/lib/dates/format'

import type { Params } from './ledger'

/* Small readers of parameters, shared by the sentences. */

export function num(params: Params, key: string): number {
  const value = params[key]
  return typeof value === 'number' ? value : 0
}

export function text(params: Params, key: string): string {
  const value = params[key]
  return value === null || value === undefined ? '' : String(value)
}

export function has(params: Params, key: string): boolean {
  const value = params[key]
  return value !== null && value !== undefined && value !== false
}

export function list(params: Params, key: string): readonly string[] {
  const value = params[key]
  return Array.isArray(value) ? value : []
}

/** A date parameter in words; an empty text where there is none. */
export function day(params: Params, key: string): string {
  const value = params[key]
  return typeof value === 'string' && value !== '' ? formatDate(value) : ''
}

export function count(amount: number, one: string, many = `${one}s`): string {
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)} ${amount === 1 ? one : many}`
}

export function joined(words: readonly string[], by: 'and' | 'or'): string {
  if (words.length <= 1) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`
}

const EXAMS: Record<string, string> = { step1: 'Step 1', step2ck: 'Step 2 CK', step3: 'Step 3', oet: 'OET' }

export function exam(params: Params, key = 'exam'): string {
  return EXAMS[text(params, key)] ?? 'the exam'
}

const VISAS: Record<string, string> = { j1: 'J-1', h1b: 'H-1B' }

/** 'the J-1', 'the J-1 or the H-1B'. */
export function visas(params: Params, by: 'and' | 'or' = 'or'): string {
  return joined(
    list(params, 'visas').map((visa) => `the ${VISAS[visa] ?? visa}`),
    by,
  )
}

const STEPS: Record<string, string> = {
  step1: 'Step 1',
  step2ck: 'Step 2 CK',
  oet: 'OET Medicine',
  pathway: 'a Pathway',
  credentials: 'verified credentials',
}

export function steps(params: Params): string {
  return joined(
    list(params, 'missing').map((step) => STEPS[step] ?? step),
    'and',
  )
}
