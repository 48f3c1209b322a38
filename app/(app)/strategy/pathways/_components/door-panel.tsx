import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Sign, type Tone } from '@/app/_ui/sign'
import { SourceNote } from '@/app/_ui/source-note'
import { STANDINGS } from '@/lib/fit/ledger'
import { gateSentence, STANDING_WORDS } from '@/lib/fit/words'
import { dollars } from '@/lib/strategy/cost-words'
import {
  asksTrainingFirst,
  doorWord,
  eligibilitySentence,
  pathwayAdviceWords,
} from '@/lib/strategy/pathway-advice-words'
import type { PathwayView } from '@/lib/strategy/pathways'
import { GroundsNote } from '../../_components/grounds-note'
import { ContextFigure } from './context-figure'

const COLOURS: Readonly<Record<Tone, string>> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  unknown: 'text-unknown',
  neutral: 'text-ink',
}

/**
 * One door for this person: whether it is open and why, what the article says of it, and behind a line its entry, fees
 * and published context. `shared` is what every door of the Main Match asks, which the page says once.
 */
export function DoorPanel({
  door,
  shared,
  children,
}: {
  door: PathwayView
  shared: readonly string[]
  children?: ReactNode
}) {
  const { pathway, words, contextKeys } = door
  const { word, tone } = doorWord(door)
  const figures = contextKeys.map((key) => <ContextFigure key={key} figureKey={key} pathway={pathway} />)
  return (
    <Panel id={pathway} title={words.name}>
      <div className="space-y-4">
        <div className="space-y-2">
          <p className={`${COLOURS[tone]} flex items-center gap-2 font-medium`}>
            <Sign tone={tone} />
            {word}
          </p>
          <p className="max-w-prose">{sentenceOf(door, shared)}</p>
          {/* What is published on two-year genetics stands only beneath its "not open to you yet" (DESIGN.md 12). */}
          {pathway === 'mgg' && asksTrainingFirst(door) && figures}
        </div>
        <ul className="space-y-2">
          {door.advice.map(({ code, grounds }) => (
            <li key={code}>
              <p className="max-w-prose">{pathwayAdviceWords(code)}</p>
              <GroundsNote grounds={grounds} />
            </li>
          ))}
        </ul>
        {children}
        <Disclosure summary="Entry, fees and published figures">
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <Line term="Who enters">
              {words.entry}{' '}
              {words.source && (
                <SourceNote title={words.source.title} href={words.source.url} year={words.source.year} />
              )}
            </Line>
            <Line term="Length">{words.length ?? 'Not known from the pages read.'}</Line>
            <Line term="Match">{words.match}</Line>
            <Line term="Fees">
              <Fees fees={door.fees} />
            </Line>
            {door.programs > 0 && <Line term="In the catalogue">{catalogueWords(door)}</Line>}
            {pathway !== 'mgg' && figures.length > 0 && <Line term="Published">{figures}</Line>}
          </dl>
        </Disclosure>
      </div>
    </Panel>
  )
}

function sentenceOf(door: PathwayView, shared: readonly string[]): string {
  if (door.eligibility === 'information') return door.words.entry
  const own = door.gates.filter((gate) => gate.state !== 'met' && !shared.includes(gateSentence(gate)))
  const isShared = door.isMainMatch && shared.length > 0 && own.length === 0
  return isShared
    ? 'It asks nothing beyond what every door of the Main Match asks.'
    : eligibilitySentence({ ...door, gates: own })
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="-mb-2 text-mute sm:mb-0">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function Fees({ fees }: { fees: PathwayView['fees'] }) {
  if (fees === null) return 'Not through ERAS: ask each program.'
  const { table, isForSeason, of } = fees
  return (
    <>
      {of
        .map(
          ({ programs, fee }) => `${dollars(fee)} for ${programs} ${programs === 1 ? 'program' : 'programs'}`,
        )
        .join(', ')}
      {isForSeason ? '. ' : `, by the last table published (season ${table.value.season}). `}
      <SourceNote
        title={table.source.title}
        href={table.source.url}
        year={table.source.year}
        confidence={table.confidence}
      />
    </>
  )
}

function catalogueWords({ programs, standings }: PathwayView): string {
  const parts = STANDINGS.flatMap((standing) => {
    const count = standings[standing] ?? 0
    return count > 0 ? [`${count} ${STANDING_WORDS[standing].word.toLowerCase()}`] : []
  })
  return `${programs} ${programs === 1 ? 'program' : 'programs'}: ${parts.join(', ')}.`
}
