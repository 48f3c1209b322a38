import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import {
  chosen,
  type Experience,
  type ExperienceSource,
  type ExperienceType,
  MOST_EXPERIENCES,
  MOST_KEPT,
  MOST_MEANINGFUL,
  moved,
} from '@/lib/experiences/experience'
import type { ExperienceValues } from '@/lib/experiences/experience-input'
import type { GapLine } from '@/lib/experiences/gaps'
import { isUuid, type Scope } from '../access'
import { clinicalExperiences, experienceGapLines, experiences, researchExperiences } from '../schema'
import { lockProfile } from './profile'

type Rows = Pick<Scope, 'tx' | 'applicantId'>

const COLUMNS = {
  id: experiences.id,
  source: experiences.source,
  type: experiences.type,
  title: experiences.title,
  organization: experiences.organization,
  startOn: experiences.startOn,
  endOn: experiences.endOn,
  isOngoing: experiences.isOngoing,
  isGenetics: experiences.isGenetics,
  description: experiences.description,
  isMeaningful: experiences.isMeaningful,
  meaning: experiences.meaning,
  position: experiences.position,
  version: experiences.version,
}

/** Every experience, those among the ten first and in their order. */
export async function listExperiences(scope: Scope<'documents:read'>): Promise<readonly Experience[]> {
  return rowsOf(scope)
}

function rowsOf({ tx, applicantId }: Rows): Promise<Experience[]> {
  return tx
    .select(COLUMNS)
    .from(experiences)
    .where(eq(experiences.applicantId, applicantId))
    .orderBy(sql`${experiences.position} asc nulls last`, asc(experiences.createdAt), asc(experiences.id))
}

function mine(scope: Rows, id: string) {
  return and(eq(experiences.id, id), eq(experiences.applicantId, scope.applicantId))
}

/** One experience; throws not_found when it is not this applicant's. */
export async function getExperience(scope: Scope<'documents:read'>, id: string): Promise<Experience> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [row] = await scope.tx.select(COLUMNS).from(experiences).where(mine(scope, id))
  if (!row) throw new AppError('not_found')
  return row
}

/** Adds an experience of the person's own and returns its id; the same form sent twice adds it once. */
export async function addExperience(
  scope: Scope<'documents:write'>,
  { formId, type, title }: { formId: string; type: ExperienceType; title: string },
): Promise<string> {
  const position = await freePlace(scope)
  const [made] = await scope.tx
    .insert(experiences)
    .values({ applicantId: scope.applicantId, formId, type, title, position })
    .onConflictDoUpdate({ target: [experiences.applicantId, experiences.formId], set: { formId } })
    .returning({ id: experiences.id })
  if (!made) throw new AppError('not_found')
  return made.id
}

/** Takes an entry of the profile over, once; returns the id. Throws not_found when the entry is not this applicant's. */
export async function takeExperience(
  scope: Scope<'documents:write' | 'profile:read'>,
  source: ExperienceSource,
): Promise<string> {
  const [kind, entryId] = source.split(':') as ['clinical' | 'research', string]
  const table = kind === 'clinical' ? clinicalExperiences : researchExperiences
  const position = await freePlace(scope)
  const [entry] = await scope.tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, entryId), eq(table.applicantId, scope.applicantId)))
  if (!entry) throw new AppError('not_found')
  const [made] = await scope.tx
    .insert(experiences)
    .values({
      applicantId: scope.applicantId,
      source,
      type: kind === 'clinical' ? 'education' : 'research',
      position,
    })
    .onConflictDoUpdate({ target: [experiences.applicantId, experiences.source], set: { source } })
    .returning({ id: experiences.id })
  if (!made) throw new AppError('not_found')
  return made.id
}

/** The next place among the ten, null when they are full: then the experience is kept aside. Holds the person's rows. */
async function freePlace(scope: Rows): Promise<number | null> {
  await lockProfile(scope)
  const rows = await rowsOf(scope)
  if (rows.length >= MOST_KEPT) {
    throw new AppError('limit', {
      readerMessage: `${MOST_KEPT} experiences are kept at most. Remove one to add another.`,
    })
  }
  const taken = chosen(rows).length
  return taken < MOST_EXPERIENCES ? taken + 1 : null
}

/** Saves one experience; throws conflict when another window saved it since `version`, limit for a fourth most meaningful. */
export async function saveExperience(
  scope: Scope<'documents:write'>,
  id: string,
  { version, values }: { version: number; values: ExperienceValues },
): Promise<void> {
  await lockProfile(scope)
  const rows = await rowsOf(scope)
  const stored = rows.find((row) => row.id === id)
  if (!stored) throw new AppError('not_found')
  const next = settable(values)
  // The same sent twice changes nothing and is no conflict.
  if (JSON.stringify(settable(stored)) === JSON.stringify(next)) return
  if (stored.version !== version) throw new AppError('conflict')
  if (stored.source === null && next.title === '') {
    throw new AppError('invalid', {
      fields: { title: ['Say what you were: “Teaching assistant”, for example'] },
    })
  }
  const others = rows.filter((row) => row.id !== id && row.isMeaningful).length
  if (next.isMeaningful && others >= MOST_MEANINGFUL) {
    throw new AppError('invalid', {
      fields: {
        isMeaningful: [
          `${MOST_MEANINGFUL} are the most meaningful already: take the mark from one of them first`,
        ],
      },
    })
  }
  await scope.tx
    .update(experiences)
    .set({ ...next, version: stored.version + 1 })
    .where(mine(scope, id))
}

/** The columns that a form may set, by name. */
function settable(values: ExperienceValues): ExperienceValues {
  const {
    type,
    title,
    organization,
    startOn,
    endOn,
    isOngoing,
    isGenetics,
    description,
    isMeaningful,
    meaning,
  } = values
  return {
    type,
    title,
    organization,
    startOn,
    endOn,
    isOngoing,
    isGenetics,
    description,
    isMeaningful,
    meaning,
  }
}

/** Moves one up or down among the ten, sets it aside, or brings it in at the end; throws limit when ten are there. */
export async function moveExperience(
  scope: Scope<'documents:write'>,
  id: string,
  to: 'up' | 'down' | 'aside' | 'in',
): Promise<void> {
  await lockProfile(scope)
  const rows = await rowsOf(scope)
  const one = rows.find((row) => row.id === id)
  if (!one) throw new AppError('not_found')
  const ids = chosen(rows).map((row) => row.id)
  if (to === 'in' && !ids.includes(id) && ids.length >= MOST_EXPERIENCES) {
    throw new AppError('limit', {
      readerMessage: `${MOST_EXPERIENCES} are chosen already. Set one aside first.`,
    })
  }
  await place(scope, id, ids, to)
}

async function place(
  scope: Rows,
  id: string,
  ids: readonly string[],
  to: 'up' | 'down' | 'aside' | 'in',
): Promise<void> {
  const without = ids.filter((other) => other !== id)
  const next =
    to === 'aside' ? without : to === 'in' ? [...without, id] : moved(ids, id, to === 'up' ? -1 : 1)
  const order = sql`array_position(array[${sql.join(
    next.map((other) => sql`${other}::uuid`),
    sql`, `,
  )}]::uuid[], ${experiences.id})`
  await scope.tx
    .update(experiences)
    .set({ position: next.length === 0 ? null : order })
    .where(eq(experiences.applicantId, scope.applicantId))
}

/** Removes one experience with what was written of it; the profile's entry stays. Throws not_found for anyone else's. */
export async function removeExperience(scope: Scope<'documents:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  await lockProfile(scope)
  const [gone] = await scope.tx.delete(experiences).where(mine(scope, id)).returning({ id: experiences.id })
  if (!gone) throw new AppError('not_found')
  const left = chosen(await rowsOf(scope)).map((row) => row.id)
  if (left.length > 0) await place(scope, '', left, 'aside')
}

export async function listGapLines(scope: Scope<'documents:read'>): Promise<readonly GapLine[]> {
  return scope.tx
    .select({
      id: experienceGapLines.id,
      fromOn: experienceGapLines.fromOn,
      toOn: experienceGapLines.toOn,
      line: experienceGapLines.line,
    })
    .from(experienceGapLines)
    .where(eq(experienceGapLines.applicantId, scope.applicantId))
    .orderBy(asc(experienceGapLines.fromOn))
}

/** Keeps the line for a time; an empty one takes away whatever was written for months of it. */
export async function saveGapLine(
  scope: Scope<'documents:write'>,
  { fromOn, toOn, line }: { fromOn: CalendarDate; toOn: CalendarDate; line: string },
): Promise<void> {
  await lockProfile(scope)
  // A line written when the gap had other edges belongs to the same time: the new one replaces it.
  await scope.tx
    .delete(experienceGapLines)
    .where(
      and(
        eq(experienceGapLines.applicantId, scope.applicantId),
        sql`${experienceGapLines.fromOn} <= ${toOn}::date and ${experienceGapLines.toOn} >= ${fromOn}::date`,
      ),
    )
  if (line === '') return
  await scope.tx.insert(experienceGapLines).values({ applicantId: scope.applicantId, fromOn, toOn, line })
}
