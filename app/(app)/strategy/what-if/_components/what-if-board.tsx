'use client'
import Link from 'next/link'
import {
  type CSSProperties,
  memo,
  type ReactNode,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { rangeScale } from '@/app/_ui/charts/bar-scale'
import { RangeBar } from '@/app/_ui/charts/range-bar'
import { useInView } from '@/app/_ui/in-view'
import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import { sectionHref, sectionPlace } from '@/app/(app)/list/_components/profile-href'
import type { GateCode, Standing } from '@/lib/fit/ledger'
import type { Program } from '@/lib/programs/fact'
import { createFactReader } from '@/lib/programs/resolve-fact'
import type { ListedProgram, StrategySetting } from '@/lib/strategy/setting'
import type { Dismissal } from '@/lib/strategy/suggestions'
import {
  createWhatIf,
  isWorthTrying,
  NO_WHAT_IF,
  triedAnswers,
  type WhatIf,
  type WhatIfRow,
} from '@/lib/strategy/what-if'
import { WHAT_IF_HINTS, WHAT_IF_LABELS, WHAT_IF_SECTIONS, whatIfSentence } from '@/lib/strategy/what-if-words'
import { TriedSuggestions } from './tried-suggestions'

type Words = Readonly<Record<Standing, { word: string; tone: Tone }>>
type NumberKey = 'geneticsResearchMonths' | 'firstAuthorPapers' | 'geneticsWeeks' | 'acgmeMonths'
type SwitchKey = Exclude<keyof WhatIf, NumberKey | 'step2ck'>

const SWITCHES: readonly SwitchKey[] = [
  'hasUsGeneticistLetter',
  'isCertified',
  'hasPassedStep3',
  'needsVisa',
  'acceptsJ1',
  'acceptsH1b',
  'hasExplanation',
]

const NUMBERS: readonly { key: NumberKey; max: number }[] = [
  { key: 'geneticsResearchMonths', max: 120 },
  { key: 'firstAuthorPapers', max: 20 },
  { key: 'geneticsWeeks', max: 104 },
  { key: 'acgmeMonths', max: 60 },
]

/**
 * Answers on one side, the list on the other, from the same engine as every other page. With script each change shows at
 * once; without it the form sends the answers in the address and the server draws the same.
 */
export function WhatIfBoard({
  setting: given,
  programs,
  rows,
  initial,
  profile,
  scores,
  standings,
  gates,
  catalogue,
  dismissals,
}: {
  setting: StrategySetting
  programs: readonly ListedProgram[]
  rows: readonly { programId: string; href: string; name: string }[]
  initial: WhatIf
  profile: WhatIf
  scores: { min: number; max: number }
  standings: Words
  gates: Readonly<Record<GateCode, string>>
  /** What suggestions are chosen from; the programs of the list among it are left out by the engine. */
  catalogue: readonly Program[]
  dismissals: readonly Dismissal[]
}) {
  const [tried, setTried] = useState(initial)
  const setting = useMemo(() => ({ ...given, facts: createFactReader() }), [given])
  const read = useMemo(() => createWhatIf(setting, programs), [setting, programs])
  const view = useMemo(() => read(tried), [read, tried])
  const names = useMemo(() => new Map(rows.map((row) => [row.programId, row])), [rows])
  const scale = useMemo(() => rangeScale(widened(read(NO_WHAT_IF).rows)), [read])
  const keep = triedAnswers(tried, profile)
  const change = useCallback(
    <K extends keyof WhatIf>(key: K, value: WhatIf[K]) => setTried((before) => ({ ...before, [key]: value })),
    [],
  )
  // The standings in view keep up with the hand, and their bars follow right after; the other rows, and the suggestions
  // chosen from the whole catalogue, when the hand rests.
  const later = useDeferredValue(view)
  const rested = useRested(view)
  const list = useRef<HTMLUListElement>(null)
  const inView = useInView(list, programs.length)
  const drawRow = useCallback(
    (row: WhatIfRow, bar: WhatIfRow) => (
      <TriedRow
        key={row.programId}
        href={names.get(row.programId)?.href ?? '/list'}
        name={names.get(row.programId)?.name ?? ''}
        closedBy={row.closedBy.map((gate) => gates[gate]).join(', ')}
        before={row.before}
        standing={row.standing}
        moved={row.moved}
        low={bar.low}
        point={bar.point}
        high={bar.high}
        standings={standings}
      />
    ),
    [names, gates, standings],
  )
  const restedRows = useMemo(() => rested.rows.map((row) => drawRow(row, row)), [rested, drawRow])

  return (
    <div className="grid items-start gap-5 xl:grid-cols-[22rem_minmax(0,1fr)]">
      {/* Above both, and in view while a slider moves: on a phone the list lies far below. */}
      <p
        role="status"
        className="sticky top-0 z-10 rounded-lg border border-line bg-sunken px-4 py-2.5 text-lg font-semibold tracking-tight xl:col-span-2"
      >
        {whatIfSentence(view)}
      </p>
      <form
        method="get"
        className="space-y-4 rounded-xl border border-line bg-panel p-4 sm:p-5"
        aria-label="Answers to try"
      >
        <ScoreSlider value={tried.step2ck} own={profile.step2ck} scores={scores} onChange={change} />
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-1">
          {NUMBERS.map(({ key, max }) => (
            <NumberLine
              key={key}
              name={key}
              max={max}
              value={tried[key]}
              own={profile[key]}
              onChange={change}
            />
          ))}
          {SWITCHES.filter((key) => isWorthTrying(key, setting.applicant, tried)).map((key) => (
            <SwitchLine key={key} name={key} value={tried[key]} own={profile[key]} onChange={change} />
          ))}
        </div>
        <p className="flex flex-wrap gap-2">
          <noscript>
            <button type="submit" className={buttonLook('primary', false)}>
              Show
            </button>
          </noscript>
          <button
            type="button"
            className={buttonLook('secondary', true)}
            onClick={() => setTried(NO_WHAT_IF)}
          >
            Back to my profile
          </button>
        </p>
        {keep.length > 0 && (
          <p className="text-sm">
            To keep it, enter what has become true:{' '}
            {[...new Set(keep.map((key) => WHAT_IF_SECTIONS[key]))].map((section, index) => (
              <span key={section}>
                {index > 0 && ', '}
                <Link
                  href={sectionHref(section)}
                  prefetch={false}
                  className="text-accent underline underline-offset-3"
                >
                  {sectionPlace(section)}
                </Link>
              </span>
            ))}
            .
          </p>
        )}
      </form>

      <div className="min-w-0 space-y-5">
        <section aria-labelledby="what-if-list" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
          <h2 id="what-if-list" className="text-lg font-semibold">
            Your list with these answers
          </h2>
          <ul
            ref={list}
            className="mt-3 divide-y divide-line"
            style={{ '--from': scale.from, '--to': scale.to } as CSSProperties}
          >
            {restedRows.map((drawn, index) => {
              const [row, bar] = [view.rows[index], later.rows[index]]
              const isNow = row && bar && (inView === null || inView.has(index))
              return isNow ? drawRow(row, bar) : drawn
            })}
          </ul>
        </section>
        <TriedSuggestions
          setting={setting}
          applicant={rested.applicant}
          programs={programs}
          catalogue={catalogue}
          dismissals={dismissals}
          standings={standings}
        />
      </div>
    </div>
  )
}

/** As long as it takes to see that a hand has stopped. */
const REST_MS = 120

/** The value that stood still last. What follows it is drawn in the gaps of what is more urgent. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(() => value)), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

/** Drawn once: a slider that moves changes what stands beside the name, never the name. */
const ProgramName = memo(function ProgramName({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} prefetch={false} className="text-ink underline decoration-line underline-offset-3">
      {name}
    </Link>
  )
})

const TriedStanding = memo(function TriedStanding({
  before,
  standing,
  moved,
  standings,
}: Pick<WhatIfRow, 'before' | 'standing' | 'moved'> & { standings: Words }) {
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {moved !== 0 && (
        <span className="text-sm text-mute">
          {moved > 0 ? 'up from' : 'down from'} {standings[before].word.toLowerCase()}
        </span>
      )}
      <StatusChip tone={standings[standing].tone}>{standings[standing].word}</StatusChip>
    </span>
  )
})

/**
 * A row is drawn again only when something of it changes, and laid out only while it is in view, so that a long list
 * follows a moving slider.
 */
const TriedRow = memo(function TriedRow({
  href,
  name,
  closedBy,
  before,
  standing,
  moved,
  low,
  point,
  high,
  standings,
}: Pick<WhatIfRow, 'before' | 'standing' | 'moved' | 'low' | 'point' | 'high'> & {
  href: string
  name: string
  closedBy: string
  standings: Words
}) {
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto] sm:grid-cols-[minmax(0,1fr)_16rem_7rem] sm:items-center">
      <span className="min-w-0">
        <ProgramName href={href} name={name} />
        {closedBy && <span className="block text-sm text-mute">{closedBy}</span>}
      </span>
      <TriedStanding before={before} standing={standing} moved={moved} standings={standings} />
      <TriedBar low={low} point={point} high={high} />
    </li>
  )
})

const TriedBar = memo(function TriedBar({ low, point, high }: Pick<WhatIfRow, 'low' | 'point' | 'high'>) {
  return (
    <RangeBar
      low={low}
      point={point}
      high={high}
      isCompact
      label={`Fit ${point}, between ${low} and ${high}; not a chance of matching`}
    />
  )
})

/** Room for what a try may add, so that the bars' scale need not change under a moving slider. */
function widened(rows: readonly WhatIfRow[]): { low: number; high: number }[] {
  return rows.map(({ low, high }) => ({ low: low - 10, high: high + 10 }))
}

function ScoreSlider({
  value,
  own,
  scores,
  onChange,
}: {
  value: number | null
  own: number | null
  scores: { min: number; max: number }
  onChange: (key: 'step2ck', value: number) => void
}) {
  const shown = value ?? own
  return (
    <div>
      <label htmlFor="step2ck" className="flex items-baseline justify-between font-medium">
        Step 2 CK
        <output htmlFor="step2ck" className="text-lg font-semibold">
          {shown ?? 'not said'}
        </output>
      </label>
      <input
        id="step2ck"
        // An unsaid score is not sent by the form alone: the slider would make one up.
        name={shown === null ? undefined : 'step2ck'}
        type="range"
        min={scores.min}
        max={scores.max}
        className="mt-1 w-full accent-accent"
        value={shown ?? Math.round((scores.min + scores.max) / 2)}
        onChange={(event) => onChange('step2ck', Number(event.target.value))}
      />
      <p className="text-sm text-mute">
        {WHAT_IF_HINTS.step2ck} {own !== null && `Yours is ${own}.`}
      </p>
    </div>
  )
}

const NumberLine = memo(function NumberLine({
  name,
  max,
  value,
  own,
  onChange,
}: {
  name: NumberKey
  max: number
  value: number | null
  own: number | null
  onChange: (key: NumberKey, value: number | null) => void
}) {
  return (
    <Line name={name}>
      <input
        id={name}
        name={name}
        type="number"
        inputMode="numeric"
        min={0}
        max={max}
        className="control max-w-24"
        placeholder={own === null ? '?' : String(own)}
        value={value ?? ''}
        onChange={(event) => onChange(name, numberIn(event.target.value, max))}
      />
    </Line>
  )
})

const SwitchLine = memo(function SwitchLine({
  name,
  value,
  own,
  onChange,
}: {
  name: SwitchKey
  value: boolean | null
  own: boolean | null
  onChange: (key: SwitchKey, value: boolean | null) => void
}) {
  return (
    <Line name={name}>
      <select
        id={name}
        name={name}
        className="control"
        value={value === null ? '' : value ? 'yes' : 'no'}
        onChange={(event) => onChange(name, event.target.value === '' ? null : event.target.value === 'yes')}
      >
        <option value="">As in my profile: {said(own)}</option>
        <option value="yes">Yes</option>
        <option value="no">No</option>
      </select>
    </Line>
  )
})

function Line({ name, children }: { name: keyof WhatIf; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={name} className="block text-sm">
        {WHAT_IF_LABELS[name]}
      </label>
      <div className="mt-1">{children}</div>
      {WHAT_IF_HINTS[name] && <p className="mt-0.5 text-sm text-mute">{WHAT_IF_HINTS[name]}</p>}
    </div>
  )
}

function numberIn(text: string, max: number): number | null {
  const value = Number.parseInt(text, 10)
  return Number.isNaN(value) ? null : Math.min(max, Math.max(0, value))
}

function said(answer: boolean | null): string {
  return answer === null ? 'not said' : answer ? 'yes' : 'no'
}
