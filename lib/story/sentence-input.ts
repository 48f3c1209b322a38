import { z } from 'zod'
import { MOST_EVIDENCE, SENTENCE_MOST, SENTENCE_ROLES } from './sentence'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'

/** One of the three sentences. Keys of evidence are held against the profile when they are read, not here. */
export const sentenceInput = z.object({
  role: z.enum(SENTENCE_ROLES, { error: OUT_OF_DATE }),
  version: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE),
  evidence: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
    z.array(z.string().max(100, { error: OUT_OF_DATE })).max(MOST_EVIDENCE, {
      error: `Choose ${MOST_EVIDENCE} at most: a sentence that rests on all rests on nothing`,
    }),
  ),
  text: z
    .string({ error: OUT_OF_DATE })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= SENTENCE_MOST, {
      error: `Keep it to one sentence: ${SENTENCE_MOST} characters at most`,
    }),
})
export type SentenceInput = z.output<typeof sentenceInput>
