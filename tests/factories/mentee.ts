import { NO_NUMBERS } from '@/lib/forecast/overrides'
import type { ListEntry } from '@/lib/list/entry'
import type { MenteeRows, Sight } from '@/lib/mentors/mentee'
import type { MenteeNews } from '@/lib/mentors/needs'
import { SECTIONS, type Section } from '@/lib/mentors/policy'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import type { Program } from '@/lib/programs/fact'
import { buildApplicant } from './applicant'
import { shippedSeason } from './season'

/** A mentor who sees these sections (by default all), of a list that no conflict hides. */
export function buildSight(sections: readonly Section[] = SECTIONS, isListWhole = true): Sight {
  return { may: (section) => sections.includes(section), isListWhole }
}

/** `buildApplicant` in season 2028, with an empty list and an empty checklist of their own. */
export function buildMenteeRows(overrides: Partial<MenteeRows> = {}): MenteeRows {
  return {
    season: shippedSeason(2028),
    applicant: buildApplicant(),
    results: [],
    forecast: { sources: [], numbers: NO_NUMBERS },
    listed: [],
    marks: [],
    ownItems: [],
    letters: [],
    ...overrides,
  }
}

/** News of someone who changed something the day before, with nothing new for the mentor. */
export function buildNews(overrides: Partial<MenteeNews> = {}): MenteeNews {
  return {
    lastChangeOn: '2026-11-21',
    grantedOn: '2026-10-01',
    newResults: [],
    openQuestions: 0,
    ...overrides,
  }
}

/** A program on the list, only being considered. */
export function buildListed(program: Program): { entry: ListEntry; program: CatalogueProgram } {
  return {
    entry: {
      id: `entry-${program.id}`,
      cycleId: 'cycle',
      programId: program.id,
      status: 'considering',
      statusOn: null,
      appliedOn: null,
      signal: 'none',
      hasNote: false,
      addedAt: '2026-10-01T00:00:00.000Z',
    },
    program: { ...program, acgmeId: null, nrmpCode: null, url: null, isRetired: false, version: 1 },
  }
}
