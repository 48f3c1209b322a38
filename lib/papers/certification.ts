import type { Checklist } from '@/lib/checklist/checklist'
import type { Applicant } from '@/lib/profile/applicant'

/** The five parts of the ECFMG certificate as its rule lists them. */
export const CERTIFICATION_PARTS = ['school', 'credentials', 'exams', 'clinical_skills', 'english'] as const
export type CertificationPart = (typeof CERTIFICATION_PARTS)[number]
export type PartRead = { part: CertificationPart; state: 'done' | 'open' | 'unknown'; href: string }

export const PART_LABELS: Readonly<Record<CertificationPart, string>> = {
  school: 'School with an ECFMG note',
  credentials: 'Diploma and transcript verified',
  exams: 'Step 1 and Step 2 CK',
  clinical_skills: 'Pathway accepted',
  english: 'OET Medicine',
}

/** How far each part is, by the checklist and the exams; a certificate answers for all of them. */
export function certificationParts({ items, facts }: Checklist, applicant: Applicant): readonly PartRead[] {
  const { ecfmg, attempts } = applicant
  const isDone = (...ids: string[]) => items.some(({ id, state }) => ids.includes(id) && state === 'done')
  const read = (part: CertificationPart, href: string, isThere: boolean, isKnown: boolean): PartRead => ({
    part,
    href,
    state: isThere || ecfmg.status === 'certified' ? 'done' : isKnown ? 'open' : 'unknown',
  })
  const isSaid = ecfmg.stepsDone !== null
  return [
    read('school', '/checklist/world_directory', isDone('world_directory'), true),
    // One step, and an item each for students and for graduates.
    read(
      'credentials',
      '/documents/papers#credentials',
      isDone('credentials_verified', 'credentials_after_graduation'),
      isSaid,
    ),
    // Sat is not passed, and both passes must lie within seven years.
    read('exams', '/exams', facts.sevenYears.state === 'met', attempts !== null),
    read('clinical_skills', '/documents/papers#pathway_accepted', isDone('pathway_accepted'), isSaid),
    read('english', '/exams?add=oet', isDone('oet'), attempts !== null),
  ]
}
