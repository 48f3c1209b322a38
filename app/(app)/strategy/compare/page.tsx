import type { Metadata } from 'next'
import Link from 'next/link'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { COMPARED, comparePrograms } from '@/lib/strategy/compare'
import { EmptyList } from '../_components/empty-list'
import { StrategyTabs } from '../_components/strategy-tabs'
import { Comparison } from './_components/comparison'

export const metadata: Metadata = { title: 'Compare' }

export default async function ComparePage({ searchParams }: PageProps<'/strategy/compare'>) {
  const { program } = await searchParams
  const wanted = [...new Set(program === undefined ? [] : [program].flat())]
  const { setting, listed } = await readStrategyBasis()
  const chosen = wanted.flatMap((id) => listed.find((entry) => entry.program.id === id) ?? [])
  const isComparable = chosen.length >= COMPARED.least && chosen.length <= COMPARED.most
  return (
    <>
      <PageHeader
        title="Compare"
        lead="Two to four programs of your list side by side: standing, gates, factors, and every fact, known and not known."
      />
      <div className="no-print">
        <StrategyTabs current="/strategy/compare" />
      </div>
      {listed.length === 0 ? (
        <EmptyList />
      ) : (
        <div className="space-y-5">
          {wanted.length > 0 && !isComparable && (
            <Notice kind="warn" word="Choose two to four">
              {chosen.length === 1
                ? 'One program has nothing to be compared with.'
                : `${chosen.length} programs do not fit side by side.`}
            </Notice>
          )}
          {isComparable && <Comparison comparison={comparePrograms(setting, chosen)} listed={chosen} />}
          <div className="no-print">
            <Panel id="choose" title="Which programs">
              <form method="get">
                <fieldset>
                  <legend className="sr-only">Programs to compare</legend>
                  <ul className="grid gap-x-6 sm:grid-cols-2">
                    {listed.map(({ program }) => (
                      <li key={program.id}>
                        <label className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
                          <input
                            type="checkbox"
                            name="program"
                            value={program.id}
                            defaultChecked={wanted.includes(program.id)}
                          />
                          <span>
                            {program.sponsor}, {pathwayShortName(program.pathway)}
                          </span>
                        </label>
                      </li>
                    ))}
                  </ul>
                </fieldset>
                <p className="mt-4 flex items-center gap-4">
                  <SubmitButton pendingLabel="Comparing…">Compare</SubmitButton>
                  {wanted.length > 0 && (
                    <Link
                      href="/strategy/compare"
                      prefetch={false}
                      className="text-accent underline underline-offset-3"
                    >
                      Choose anew
                    </Link>
                  )}
                </p>
              </form>
            </Panel>
          </div>
        </div>
      )}
    </>
  )
}
