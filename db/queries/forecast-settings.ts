import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { PracticeKind } from '@/lib/exams/practice'
import { isPossibleScore } from '@/lib/exams/standards'
import {
  FORECAST_NUMBERS,
  type ForecastNumbers,
  type ForecastOverrides,
  isOverride,
  NO_NUMBERS,
  numberOverrides,
  sourceOverride,
} from '@/lib/forecast/overrides'
import { DEFAULT_SETTINGS, type SourceSetting, settingProblems, withSource } from '@/lib/forecast/settings'
import type { GroupScope, Scope } from '../access'
import { forecastSettings, forecastSources, timingPlans } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'
import { stampOf } from './stamp'

/** What a person changed of the forecast, and the score they aim at (null: not said). */
export type ForecastOwn = ForecastOverrides & { targetScore: number | null }

const NOTHING_OWN: ForecastOverrides = { sources: [], numbers: NO_NUMBERS }

const NUMBER_COLUMNS = {
  examError: forecastSettings.examError,
  driftPerFourWeeks: forecastSettings.driftPerFourWeeks,
  driftLimitDays: forecastSettings.driftLimitDays,
  gainPerFourWeeks: forecastSettings.gainPerFourWeeks,
  untimedFactor: forecastSettings.untimedFactor,
  timingNotSaidFactor: forecastSettings.timingNotSaidFactor,
  notMixedFactor: forecastSettings.notMixedFactor,
  trendDampingDays: forecastSettings.trendDampingDays,
  trendHorizonDays: forecastSettings.trendHorizonDays,
}

/** Their own numbers alone; `settingsWith` of lib/forecast lays them over the defaults. */
export async function getForecastOwn(
  scope: Scope<'exams:read'> | Scope<'exams:write'>,
): Promise<ForecastOwn> {
  return (await getForecastOwnOf({ tx: scope.tx, applicantIds: [scope.applicantId] }))(scope.applicantId)
}

/** The same of several applicants, by applicant, in as many statements. */
export async function getForecastOwnOf({
  tx,
  applicantIds,
}: GroupScope<'exams:read'>): Promise<(applicantId: string) => ForecastOwn> {
  const [settings, sources] = await Promise.all([
    tx
      .select({
        applicantId: forecastSettings.applicantId,
        targetScore: forecastSettings.targetScore,
        ...NUMBER_COLUMNS,
      })
      .from(forecastSettings)
      .where(isOneOf(forecastSettings.applicantId, applicantIds)),
    tx
      .select({
        applicantId: forecastSources.applicantId,
        kind: forecastSources.kind,
        offset: forecastSources.offset,
        spread: forecastSources.spread,
        atPercent: forecastSources.atPercent,
        atScore: forecastSources.atScore,
        pointsPerPercent: forecastSources.pointsPerPercent,
      })
      .from(forecastSources)
      .where(isOneOf(forecastSources.applicantId, applicantIds)),
  ])
  const [settingsBy, sourcesBy] = [byApplicant(settings), byApplicant(sources)]
  return (applicantId) => {
    const { targetScore, ...numbers } = settingsBy.get(applicantId)?.[0] ?? {
      targetScore: null,
      ...NO_NUMBERS,
    }
    return {
      targetScore,
      numbers,
      sources: (sourcesBy.get(applicantId) ?? []).map(
        ({ kind, offset, spread, atPercent, atScore, pointsPerPercent }) => ({
          kind,
          offset,
          spread,
          conversion:
            atPercent !== null && atScore !== null && pointsPerPercent !== null
              ? { atPercent, score: atScore, pointsPerPercent }
              : null,
        }),
      ),
    }
  }
}

/** What a form of one source was made from, and what the form of the other numbers was: see ./stamp. */
export const sourceStamp = ({ sources }: ForecastOverrides, kind: PracticeKind): string =>
  stampOf(sources.find((source) => source.kind === kind) ?? null)
export const numbersStamp = ({ numbers }: ForecastOverrides): string =>
  stampOf(FORECAST_NUMBERS.map((name) => numbers[name]))

/**
 * Keeps what differs from the defaults of one source; throws `invalid` at the field that is out of range, and `conflict`
 * when another window saved something else since the stamp `seen` was made.
 */
export async function saveForecastSource(
  scope: Scope<'exams:write'>,
  kind: PracticeKind,
  { seen, ...change }: Pick<SourceSetting, 'offset' | 'spread' | 'conversion'> & { seen: string },
): Promise<void> {
  refuse(settingProblems(withSource(DEFAULT_SETTINGS, kind, change)))
  const kept = sourceOverride(kind, change)
  const next = { ...NOTHING_OWN, sources: isOverride(kept) ? [kept] : [] }
  const stored = sourceStamp(await getForecastOwn(scope), kind)
  if (stored !== seen && stored !== sourceStamp(next, kind)) throw new AppError('conflict')
  if (!isOverride(kept)) return resetForecastSource(scope, kind)
  const columns = {
    offset: kept.offset,
    spread: kept.spread,
    atPercent: kept.conversion?.atPercent ?? null,
    atScore: kept.conversion?.score ?? null,
    pointsPerPercent: kept.conversion?.pointsPerPercent ?? null,
  }
  await scope.tx
    .insert(forecastSources)
    .values({ applicantId: scope.applicantId, kind, ...columns })
    .onConflictDoUpdate({ target: [forecastSources.applicantId, forecastSources.kind], set: columns })
}

/** Forgets what the person changed of one source: the default holds again. */
export async function resetForecastSource(scope: Scope<'exams:write'>, kind: PracticeKind): Promise<void> {
  await scope.tx
    .delete(forecastSources)
    .where(and(eq(forecastSources.applicantId, scope.applicantId), eq(forecastSources.kind, kind)))
}

/** The same for the other numbers. */
export async function saveForecastNumbers(
  scope: Scope<'exams:write'>,
  { seen, ...numbers }: ForecastNumbers & { seen: string },
): Promise<void> {
  refuse(settingProblems({ ...DEFAULT_SETTINGS, ...numbers }))
  const next = { ...NOTHING_OWN, numbers: numberOverrides(numbers) }
  const stored = numbersStamp(await getForecastOwn(scope))
  if (stored !== seen && stored !== numbersStamp(next)) throw new AppError('conflict')
  await upsert(scope, numberOverrides(numbers))
}

/** The defaults hold again for the other numbers; the target stays. */
export async function resetForecastNumbers(scope: Scope<'exams:write'>): Promise<void> {
  await upsert(scope, NO_NUMBERS)
}

/**
 * The one score that the person aims at; null takes it back. A timing form that still shows another one is stale from now
 * on, so that keeping its dates cannot bring the old target back unseen.
 */
export async function saveTargetScore(
  scope: Scope<'exams:write'>,
  targetScore: number | null,
): Promise<void> {
  if (targetScore !== null && !isPossibleScore(targetScore)) {
    throw new AppError('invalid', { fields: { targetScore: ['Enter the target as three digits.'] } })
  }
  if ((await getForecastOwn(scope)).targetScore === targetScore) return
  await setTargetScore(scope, targetScore)
  await scope.tx
    .update(timingPlans)
    .set({ version: sql`${timingPlans.version} + 1` })
    .where(eq(timingPlans.applicantId, scope.applicantId))
}

/** The bare write, for a plan that counts its own versions; the caller has checked the score. */
export function setTargetScore(scope: Scope<'exams:write'>, targetScore: number | null): Promise<void> {
  return upsert(scope, { targetScore })
}

async function upsert(
  scope: Scope<'exams:write'>,
  columns: Partial<Omit<typeof forecastSettings.$inferInsert, 'applicantId'>>,
): Promise<void> {
  await scope.tx
    .insert(forecastSettings)
    .values({ ...columns, applicantId: scope.applicantId })
    .onConflictDoUpdate({ target: forecastSettings.applicantId, set: columns })
}

/** `kind.field` of a source is `field` in its own form. */
function refuse(problems: ReturnType<typeof settingProblems>): void {
  if (problems.length === 0) return
  const fields: Record<string, string[]> = {}
  for (const { field, text } of problems) {
    const name = field.split('.').at(-1) ?? field
    fields[name] = [...(fields[name] ?? []), text]
  }
  throw new AppError('invalid', { readerMessage: 'These numbers cannot be used so.', fields })
}
