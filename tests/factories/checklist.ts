import { usualCalendars } from '@/lib/checklist/calendar-names'
import { buildChecklist, type Checklist, type ChecklistInput } from '@/lib/checklist/checklist'
import type { ChecklistProgram } from '@/lib/checklist/programs'
import type { Applicant } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import { buildApplicant, buildAttempt } from './applicant'
import { shippedSeason } from './season'

/** A program on a list, by its pathway and with the calendars that are usual for it. */
export function buildListed(pathway: Pathway, overrides: Partial<ChecklistProgram> = {}): ChecklistProgram {
  return {
    programId: `a-${pathway}`,
    pathway,
    status: 'considering',
    signal: 'none',
    calendars: usualCalendars(pathway),
    ...overrides,
  }
}

/** The checklist of a graduate with everything still ahead, who needs a J-1 and applies to pediatrics-genetics. */
export function checklistOf(overrides: Partial<ChecklistInput> = {}): Checklist {
  return buildChecklist({
    applicant: graduateAtTheStart(),
    programs: [buildListed('peds_mgg')],
    season: shippedSeason(2028),
    marks: [],
    ownItems: [],
    today: '2026-11-22',
    ...overrides,
  })
}

/** Graduated, nothing certified, Step 1 passed, no Step 2 CK day, no letters, no time in the US, needs a J-1. */
export function graduateAtTheStart(overrides: Partial<Applicant> = {}): Applicant {
  return buildApplicant({
    graduation: { status: 'graduated', on: '2025-06-30' },
    ecfmg: { status: 'not_started', stepsDone: [], certifiedOn: null, validUntil: null, permanent: null },
    clinical: [],
    letters: [],
    attempts: [buildAttempt({ exam: 'step1', takenOn: '2026-05-04' })],
    ...overrides,
  })
}
