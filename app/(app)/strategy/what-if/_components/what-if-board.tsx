'use client'
import Link from 'next/link'
import { type ReactNode, useMemo, useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { RangeBar } from '@/app/_ui/charts/range-bar'
import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import type { GateCode, Standing } from '@/lib/fit/ledger'
import type { ListedProgram, StrategySetting } from '@/lib/strategy/setting'
import { createWhatIf, isWorthTrying, NO_WHAT_IF, type WhatIf } from '@/lib/strategy/what-if'
import { WHAT_IF_HINTS, WHAT_IF_LABELS, whatIfSentence } from '@/lib/strategy/what-if-words'

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
  setting,
  programs,
  rows,
  initial,
  profile,
  scores,
  standings,
  gates,
}: {
  setting: StrategySetting
  programs: readonly ListedProgram[]
  rows: readonly { programId: string; href: string; name: string }[]
  initial: WhatIf
  profile: WhatIf
  scores: { min: number; max: number }
  standings: Words
  gates: Readonly<Record<GateCode, string>>
}) {
  const [tried, setTried] = useState(initial)
  const read = useMemo(() => createWhatIf(setting, programs), [setting, programs])
  const view = useMemo(() => read(tried), [read, tried])
  const names = useMemo(() => new Map(rows.map((row) => [row.programId, row])), [rows])
  const change = (part: Partial<WhatIf>) => setTried((before) => ({ ...before, ...part }))

  return (
    <div className="grid items-start gap-5 xl:grid-cols-[22rem_minmax(0,1fr)]">
      <form
        method="get"
        className="space-y-4 rounded-xl border border-line bg-panel p-4 sm:p-5"
        aria-label="Answers to try"
      >
        <ScoreSlider
          value={tried.step2ck}
          own={profile.step2ck}
          scores={scores}
          onChange={(step2ck) => change({ step2ck })}
        />
        {NUMBERS.map(({ key, max }) => (
          <Line key={key} name={key}>
            <input
              id={key}
              name={key}
              type="number"
              inputMode="numeric"
              min={0}
              max={max}
              className="control max-w-24"
              placeholder={profile[key] === null ? '?' : String(profile[key])}
              value={tried[key] ?? ''}
              onChange={(event) => change({ [key]: numberIn(event.target.value, max) })}
            />
          </Line>
        ))}
        {SWITCHES.filter((key) => isWorthTrying(key, setting.applicant, tried)).map((key) => (
          <Line key={key} name={key}>
            <select
              id={key}
              name={key}
              className="control"
              value={tried[key] === null ? '' : tried[key] ? 'yes' : 'no'}
              onChange={(event) =>
                change({ [key]: event.target.value === '' ? null : event.target.value === 'yes' })
              }
            >
              <option value="">As in my profile: {said(profile[key])}</option>
              <option value="yes">Yes</option>
              <option value="no">No</option>
            </select>
          </Line>
        ))}
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
          <Link href="/profile" prefetch={false} className={buttonLook('quiet', true)}>
            Enter it in the profile
          </Link>
        </p>
      </form>

      <section
        aria-labelledby="what-if-list"
        className="min-w-0 rounded-xl border border-line bg-panel p-4 sm:p-5"
      >
        <h2 id="what-if-list" className="text-xl font-semibold tracking-tight" role="status">
          {whatIfSentence(view)}
        </h2>
        <ul className="mt-3 divide-y divide-line">
          {view.rows.map((row) => {
            const known = names.get(row.programId)
            return (
              <li
                key={row.programId}
                className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_16rem_7rem] sm:items-center"
              >
                <span className="min-w-0">
                  <Link
                    href={known?.href ?? '/list'}
                    prefetch={false}
                    className="text-ink underline decoration-line underline-offset-3"
                  >
                    {known?.name}
                  </Link>
                  {row.closedBy.length > 0 && (
                    <span className="block text-sm text-mute">
                      {row.closedBy.map((gate) => gates[gate]).join(', ')}
                    </span>
                  )}
                </span>
                <span className="flex flex-wrap items-center gap-1.5">
                  {row.moved !== 0 && (
                    <span className="text-sm text-mute">
                      {row.moved > 0 ? 'up from' : 'down from'} {standings[row.before].word.toLowerCase()}
                    </span>
                  )}
                  <StatusChip tone={standings[row.standing].tone}>{standings[row.standing].word}</StatusChip>
                </span>
                <RangeBar
                  low={row.low}
                  point={row.point}
                  high={row.high}
                  isCompact
                  label={`Fit ${row.point}, between ${row.low} and ${row.high}; not a chance of matching`}
                />
              </li>
            )
          })}
        </ul>
      </section>
    </div>
  )
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
  onChange: (value: number | null) => void
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
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <p className="text-sm text-mute">
        {WHAT_IF_HINTS.step2ck} {own !== null && `Yours is ${own}.`}
      </p>
    </div>
  )
}

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
