import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import {
  actionEffectWords,
  changeNeedWords,
  changeTimingWords,
  changeTitle,
} from '@/lib/strategy/change-words'
import type { ListAction } from '@/lib/strategy/unlocks'
import { GroundsNote } from './grounds-note'

type Programs = ReadonlyMap<string, { program: Program; entryId: string }>

const TIMING = {
  possible: { tone: 'good', word: 'still possible' },
  late: { tone: 'warn', word: 'too late this season' },
  open: { tone: 'unknown', word: 'date not announced' },
} as const

const EFFECTS = [
  { key: 'opened', title: 'Opens' },
  { key: 'raised', title: 'Raises' },
  { key: 'settled', title: 'Settles a condition at' },
  { key: 'strengthened', title: 'Speaks for you at' },
] as const

/** One action for the whole list: what it does, by when, what it takes, and the programs by name. */
export function ActionItem({ action, programs }: { action: ListAction; programs: Programs }) {
  const { isPossible } = action.timing
  const timing = TIMING[isPossible === null ? 'open' : isPossible ? 'possible' : 'late']
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">{changeTitle(action.change)}</h3>
        <StatusChip tone={timing.tone}>{timing.word}</StatusChip>
        <span className="text-mute">{actionEffectWords(action)}</span>
      </div>
      <p className="mt-1 max-w-prose">{changeTimingWords(action.timing)}</p>
      {action.needs.length > 0 && (
        <ul className="mt-1 max-w-prose list-disc pl-5 text-mute">
          {action.needs.map((need) => (
            <li key={need}>{changeNeedWords(need)}</li>
          ))}
        </ul>
      )}
      <GroundsNote grounds={action.grounds} />
      <Disclosure summary="Which programs">
        <dl className="space-y-2">
          {EFFECTS.filter(({ key }) => action[key].length > 0).map(({ key, title }) => (
            <div key={key}>
              <dt className="text-sm text-mute">{title}</dt>
              <dd>
                <ProgramNames ids={action[key]} programs={programs} />
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </li>
  )
}

function ProgramNames({ ids, programs }: { ids: readonly string[]; programs: Programs }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {ids.map((id) => {
        const found = programs.get(id)
        if (!found) return null
        return (
          <li key={id}>
            <Link
              href={`/list/${found.entryId}`}
              prefetch={false}
              className="text-ink underline decoration-line underline-offset-3"
            >
              {found.program.sponsor}, {pathwayShortName(found.program.pathway)}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
