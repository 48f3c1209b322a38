import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { SENTENCE_ROLES } from '@/lib/story/sentence'
import { createdAt, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

/**
 * The three sentences of a person's story (E2), one row each. Evidence is named by the keys of lib/story/items, so that a
 * sentence outlives an entry that is removed from the profile: it then stands there without that ground, and says so.
 */
export const storySentences = pgTable(
  'story_sentences',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: SENTENCE_ROLES }).notNull(),
    text: text('text').notNull().default(''),
    evidence: text('evidence').array().notNull().default(sql`'{}'::text[]`),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('story_sentences_one_a_role').on(t.applicantId, t.role),
    oneOf('story_sentences_role_known', t.role, SENTENCE_ROLES),
    check('story_sentences_lengths', sql`char_length(${t.text}) <= 600 and cardinality(${t.evidence}) <= 20`),
  ],
)
