'use client'
import Link from 'next/link'
import { memo, useMemo } from 'react'
import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Standing } from '@/lib/fit/ledger'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { suggestionReasonWords } from '@/lib/strategy/balance-words'
import type { ListedProgram, StrategySetting } from '@/lib/strategy/setting'
import { type Dismissal, suggestPrograms } from '@/lib/strategy/suggestions'

const SHOWN = 6

/**
 * What would be suggested with the answers tried out, by the engine of the balance page. Drawn again only for
 * another applicant, so that a moving slider does not wait for it.
 */
export const TriedSuggestions = memo(function TriedSuggestions({
  setting,
  applicant,
  programs,
  catalogue,
  dismissals,
  standings,
}: {
  setting: StrategySetting
  applicant: Applicant
  programs: readonly ListedProgram[]
  catalogue: readonly Program[]
  dismissals: readonly Dismissal[]
  standings: Readonly<Record<Standing, { word: string; tone: Tone }>>
}) {
  const byId = useMemo(() => new Map(catalogue.map((program) => [program.id, program])), [catalogue])
  const suggest = useMemo(
    () => (tried: Applicant) =>
      suggestPrograms(
        { ...setting, applicant: tried },
        { programs, catalogue, dismissals, limit: SHOWN },
      ).filter(({ standing }) => standing !== 'not_enough_facts'),
    [setting, programs, catalogue, dismissals],
  )
  const now = useMemo(
    () => new Map(suggest(setting.applicant).map((one) => [one.programId, one.standing])),
    [suggest, setting],
  )
  const suggestions = useMemo(() => suggest(applicant), [suggest, applicant])

  return (
    <section
      aria-labelledby="what-if-suggestions"
      className="rounded-xl border border-line bg-panel p-4 [contain-intrinsic-size:auto_30rem] [content-visibility:auto] sm:p-5"
    >
      <h2 id="what-if-suggestions" className="text-lg font-semibold">
        {suggestions.length > 0 ? 'Suggested with these answers' : 'Nothing to suggest with these answers'}
      </h2>
      <p className="mt-1 max-w-prose text-mute">
        Add them on <Link href="/strategy/balance">Balance</Link>, where all reasons stand with their sources.
      </p>
      <ul className="mt-3 divide-y divide-line">
        {suggestions.map(({ programId, standing, reasons }) => {
          const program = byId.get(programId)
          if (!program) return null
          const before = now.get(programId)
          const reason = reasons.find(({ code }) => code !== 'standing') ?? reasons[0]
          return (
            <li
              key={programId}
              className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_16rem] sm:items-baseline"
            >
              <span className="min-w-0">
                <Link
                  href={`/programs/${programId}`}
                  prefetch={false}
                  className="text-ink underline decoration-line underline-offset-3"
                >
                  {program.sponsor}, {pathwayShortName(program.pathway)}
                </Link>
                {reason && <span className="block text-sm text-mute">{suggestionReasonWords(reason)}</span>}
              </span>
              <span className="flex flex-wrap items-center gap-1.5">
                <StatusChip tone={standings[standing].tone}>{standings[standing].word}</StatusChip>
                {before === undefined && <span className="text-sm text-mute">new with these answers</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
})
