import Link from 'next/link'
import { Disclosure } from '@/app/_ui/disclosure'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { actionEffectWords, changeTimingWords, changeTitle } from '@/lib/strategy/change-words'
import type { ListAction } from '@/lib/strategy/unlocks'
import { GroundsNote } from './grounds-note'
import { NeedList } from './need-list'
import { TimingChip } from './timing-chip'

type Programs = ReadonlyMap<string, { program: Program; entryId: string }>

const EFFECTS = [
  { key: 'opened', title: 'Opens' },
  { key: 'raised', title: 'Raises' },
  { key: 'settled', title: 'Settles a condition at' },
  { key: 'strengthened', title: 'Speaks for you at' },
] as const

/** One action for the whole list: what it does, by when, what it takes, and the programs by name. */
export function ActionItem({ action, programs }: { action: ListAction; programs: Programs }) {
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">{changeTitle(action.change)}</h3>
        <TimingChip isPossible={action.timing.isPossible} />
        <span className="text-mute">{actionEffectWords(action)}</span>
      </div>
      <p className="mt-1 max-w-prose">{changeTimingWords(action.timing)}</p>
      <NeedList needs={action.needs} />
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
