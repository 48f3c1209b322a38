import { z } from 'zod'

import { GENETICS_AREAS } from './practice-detail'
import { practiceDetailInput } from './practice-detail-input'
import { practiceResultInput } from './practice-input'

/** The choice beside the weak areas that says "none stood out", which an empty list alone does not say. */
export const NONE_WEAK = 'none'

const fields = z.record(z.string(), z.unknown())

/** What was ticked: null where nothing was, an empty list where "none stood out" was; a named area outweighs it. */
function ticked(value: unknown): string[] | null {
  const chosen = [value].flat().filter((one) => typeof one === 'string' && one !== '') as string[]
  if (chosen.length === 0) return null
  return chosen.filter((one) => one !== NONE_WEAK)
}

const said = (value: unknown) => typeof value === 'string' && value.trim() !== ''

const details = z.preprocess((value) => {
  const form = fields.safeParse(value).data ?? {}
  return {
    isMixed: form.isMixed,
    weakSystems: ticked(form.weakSystems),
    weakTopics: ticked(form.weakTopics),
    genetics: GENETICS_AREAS.map((area) => ({
      area,
      questions: form[geneticsField(area, 'questions')],
      percent: form[geneticsField(area, 'percent')],
    })).filter(({ questions, percent }) => said(questions) || said(percent)),
  }
}, practiceDetailInput)

const note = z.object({
  note: z
    .string()
    .trim()
    .max(1000, { error: 'Keep the note under 1000 characters' })
    .optional()
    .transform((value) => value ?? ''),
})

/** A practice result with all its details, from one form; fields that the form does not have are "not said". */
export const practiceEntryInput = z.intersection(z.intersection(practiceResultInput, details), note)

export type PracticeEntry = z.output<typeof practiceEntryInput>

/** The name of a field of one genetics area. */
export function geneticsField(area: string, part: 'questions' | 'percent'): string {
  return `genetics-${area}-${part}`
}
