import { PRACTICE_KINDS, type PracticeKind } from '@/lib/exams/practice'

import {
  DEFAULT_SETTINGS,
  type ForecastSettings,
  type PercentConversion,
  type SourceSetting,
  withSource,
} from './settings'

/** The numbers beside the sources, in the order in which a page shows them. */
export const FORECAST_NUMBERS = [
  'examError',
  'driftPerFourWeeks',
  'driftLimitDays',
  'gainPerFourWeeks',
  'untimedFactor',
  'timingNotSaidFactor',
  'notMixedFactor',
  'trendDampingDays',
  'trendHorizonDays',
] as const satisfies readonly (keyof ForecastSettings)[]
export type ForecastNumber = (typeof FORECAST_NUMBERS)[number]
export type ForecastNumbers = Readonly<Record<ForecastNumber, number>>

/** What a person changed of one source; null takes the default, whatever it becomes. */
export type SourceOverride = {
  kind: PracticeKind
  offset: number | null
  spread: number | null
  conversion: PercentConversion | null
}

/** Only what a person changed is kept, so that a better default reaches everyone who did not. */
export type ForecastOverrides = {
  sources: readonly SourceOverride[]
  numbers: Readonly<Record<ForecastNumber, number | null>>
}

/** The settings that hold for a person: the defaults with their own numbers laid over, each marked as theirs. */
export function settingsWith({ sources, numbers }: ForecastOverrides): ForecastSettings {
  let settings = DEFAULT_SETTINGS
  for (const { kind, offset, spread, conversion } of sources) {
    settings = withSource(settings, kind, {
      ...(offset !== null && { offset }),
      ...(spread !== null && { spread }),
      ...(conversion !== null && { conversion }),
    })
  }
  const changed = FORECAST_NUMBERS.flatMap((name) => {
    const value = numbers[name]
    return value === null ? [] : [[name, value] as const]
  })
  return { ...settings, ...Object.fromEntries(changed) }
}

/** What has to be kept so that these numbers of a source hold: nothing of what is the default anyway. */
export function sourceOverride(
  kind: PracticeKind,
  { offset, spread, conversion }: Pick<SourceSetting, 'offset' | 'spread' | 'conversion'>,
): SourceOverride {
  const held = DEFAULT_SETTINGS.sources[kind]
  return {
    kind,
    offset: offset === held.offset ? null : offset,
    spread: spread === held.spread ? null : spread,
    conversion,
  }
}

export function isOverride({ offset, spread, conversion }: SourceOverride): boolean {
  return offset !== null || spread !== null || conversion !== null
}

/** The same for the other numbers. */
export function numberOverrides(numbers: ForecastNumbers): Record<ForecastNumber, number | null> {
  const kept: Record<ForecastNumber, number | null> = { ...NO_NUMBERS }
  for (const name of FORECAST_NUMBERS) {
    kept[name] = numbers[name] === DEFAULT_SETTINGS[name] ? null : numbers[name]
  }
  return kept
}

export const NO_NUMBERS: Readonly<Record<ForecastNumber, null>> = {
  examError: null,
  driftPerFourWeeks: null,
  driftLimitDays: null,
  gainPerFourWeeks: null,
  untimedFactor: null,
  timingNotSaidFactor: null,
  notMixedFactor: null,
  trendDampingDays: null,
  trendHorizonDays: null,
}

/** Which kinds' numbers are the person's own. */
export function changedKinds({ sources }: ForecastOverrides): readonly PracticeKind[] {
  return PRACTICE_KINDS.filter((kind) => sources.some((source) => source.kind === kind))
}
