import { expect, test } from 'vitest'
import type { Pathway } from '@/lib/programs/pathway'
import { pathwaySignalAllowance } from '@/lib/programs/pathway-eras'

const plain = (signals: number) => ({ kind: 'plain', signals })

test.each([
  ['pediatrics', 2027, plain(5), 'secondary'],
  ['internal_medicine', 2024, plain(7), 'secondary'],
  ['internal_medicine', 2025, { kind: 'tiered', gold: 3, silver: 12 }, 'official'],
  ['internal_medicine', 2027, { kind: 'tiered', gold: 3, silver: 12 }, 'secondary'],
  ['peds_mgg', 2025, plain(0), 'official'],
  ['peds_mgg', 2027, plain(3), 'secondary'],
  ['im_mgg', 2027, plain(3), 'secondary'],
  ['mgg', 2027, plain(0), 'inferred'],
  ['prelim_or_ty', 2025, plain(12), 'official'],
] as const)('%s in %i', (pathway, season, allowance, confidence) => {
  expect(pathwaySignalAllowance(pathway, season)).toMatchObject({ value: allowance, confidence })
})

test('a number that was not found is neither none nor last year’s', () => {
  expect(pathwaySignalAllowance('peds_mgg', 2026)).toMatchObject({ value: null, confidence: 'unknown' })
  for (const pathway of ['pediatrics', 'peds_mgg', 'mgg', 'mfm_mgg'] satisfies Pathway[]) {
    expect(pathwaySignalAllowance(pathway, 2028)).toBeNull()
  }
})
