import type { Applicant } from '@/lib/profile/applicant'
import type { StoryRecord } from '@/lib/story/record'
import { buildApplicant } from './applicant'

/** The record of an applicant whose list entries are named by their place: `clinical:clinical-0`, and so on. */
export function buildRecord(
  applicant: Partial<Applicant> = {},
  overrides: Partial<StoryRecord> = {},
): StoryRecord {
  const whole = buildApplicant(applicant)
  const named = <T>(list: readonly T[] | null, kind: string) =>
    (list ?? []).map((one, index) => ({ ...one, id: `${kind}-${index}` }))
  return {
    applicant: whole,
    clinical: named(whole.clinical, 'clinical'),
    research: named(whole.research, 'research').map((one) => ({ ...one, topic: '' })),
    publications: named(whole.publications, 'publication').map((one) => ({ ...one, title: '' })),
    letters: named(whole.letters, 'letter').map((one) => ({ ...one, writer: '' })),
    others: [],
    statements: [],
    spans: new Map(),
    ...overrides,
  }
}
