import type { Metadata } from 'next'
import { readRankBasis } from '@/app/_server/rank-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { SelectField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { MARK_WORDS } from '@/lib/interviews/impression'
import { placeWords } from '@/lib/programs/states'
import { type Choice, headToHead } from '@/lib/rank/head-to-head'
import { NothingToRank } from '../_components/nothing-to-rank'
import { RankTabs } from '../_components/rank-tabs'
import { askPairAction, chooseAction, removeChoiceAction } from '../actions'

export const metadata: Metadata = { title: 'Head to head' }

const DONE: Readonly<Record<string, string>> = {
  chosen: 'Kept.',
  'taken-back': 'Taken back.',
}

export default async function ComparePage({ searchParams }: PageProps<'/rank/compare'>) {
  const [{ a, b, done }, basis] = await Promise.all([searchParams, readRankBasis()])
  const { rank, nameOf, programOf, criteria, marksOf } = basis
  const said = typeof done === 'string' ? DONE[done] : undefined
  const header = (
    <PageHeader
      title="Head to head"
      lead="Two at a time: where would you rather wake up and go to work for years? What follows from your answers is not asked again."
    />
  )
  if (!rank || rank.candidates.length < 2) {
    return (
      <>
        {header}
        <RankTabs current="/rank/compare" />
        <NothingToRank />
      </>
    )
  }
  const ids = rank.candidates.map(({ entryId }) => entryId)
  const result = headToHead(ids, rank.choices)
  const asked = ids.find((id) => id === a)
  const against = ids.find((id) => id === b)
  const pair = asked && against && asked !== against ? ([asked, against] as const) : result.next
  // Where nobody was asked about a program, its place among the others would be made up.
  const compared = new Set(rank.choices.flatMap(({ preferredId, otherId }) => [preferredId, otherId]))
  const groups = result.groups
    .map((group) => group.filter((id) => compared.has(id)))
    .filter((group) => group.length > 0)
  const uncompared = ids.filter((id) => !compared.has(id))
  const options = ids.map((id) => ({ value: id, label: nameOf(id) }))
  return (
    <>
      {said && <ToastLine message={said} />}
      {header}
      <RankTabs current="/rank/compare" />
      <div className="space-y-5">
        {pair ? (
          <Panel id="pair" title="Where would you rather train?" lead={leftWords(result.left)}>
            <div className="grid gap-4 md:grid-cols-2">
              {[pair, [pair[1], pair[0]] as const].map(([one, other]) => {
                const program = programOf(one)
                const marks = marksOf(one)
                const marked = criteria.filter(({ code }) => marks[code] !== undefined)
                return (
                  <div key={one} className="flex flex-col gap-3 rounded-lg border border-line p-4">
                    <div>
                      <h3 className="font-semibold">{nameOf(one)}</h3>
                      <p className="text-sm text-mute">{program && placeWords(program)}</p>
                    </div>
                    {marked.length > 0 && (
                      <Disclosure summary="What you noted">
                        <dl className="space-y-1 text-sm">
                          {marked.map(({ code, label }) => {
                            const mark = marks[code]
                            return (
                              <div key={code} className="flex gap-2">
                                <dt className="text-mute">{label}:</dt>
                                <dd>{mark && `${mark}, ${MARK_WORDS[mark].toLowerCase()}`}</dd>
                              </div>
                            )
                          })}
                        </dl>
                      </Disclosure>
                    )}
                    <ActionForm
                      action={chooseAction}
                      className="mt-auto"
                      aria-label={`Choose ${nameOf(one)}`}
                    >
                      <input type="hidden" name="preferredId" value={one} />
                      <input type="hidden" name="otherId" value={other} />
                      <SubmitButton>{`Rather ${nameOf(one)}`}</SubmitButton>
                    </ActionForm>
                  </div>
                )
              })}
            </div>
          </Panel>
        ) : (
          <Notice kind="good" word="Answered">
            Every pair is answered, or follows from your answers.
          </Notice>
        )}
        {result.circles.map((circle) => (
          <Notice
            key={circle.map(({ preferredId }) => preferredId).join()}
            kind="warn"
            word="These answers run in a circle"
          >
            {circleWords(circle, nameOf)} No order can hold all of them. That is common, and says that these
            are close: take back the answer that you are least sure of.
          </Notice>
        ))}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Panel
            id="so-far"
            title={pair ? 'What follows so far' : 'The order that follows'}
            lead="It changes nothing on your list by itself."
          >
            <ol className="space-y-2">
              {groups.map((group, place) => (
                <li key={group.join()} className="flex gap-3">
                  <span className="w-6 flex-none text-right font-semibold">{place + 1}</span>
                  <span>
                    {group.map(nameOf).join(', ')}
                    {group.length > 1 && <span className="text-mute"> (not told apart)</span>}
                  </span>
                </li>
              ))}
            </ol>
            {uncompared.length > 0 && (
              <p className="mt-3 text-mute">Not compared yet: {uncompared.map(nameOf).join(', ')}.</p>
            )}
          </Panel>
          <Panel id="answers" title="Your answers">
            {rank.choices.length === 0 ? (
              <p className="text-mute">None yet.</p>
            ) : (
              <ul className="divide-y divide-line">
                {rank.choices.map((choice) => (
                  <li
                    key={`${choice.preferredId}-${choice.otherId}`}
                    className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
                  >
                    <span className="min-w-0 flex-[1_1_14rem]">
                      <strong className="font-medium">{nameOf(choice.preferredId)}</strong> over{' '}
                      {nameOf(choice.otherId)}
                    </span>
                    <ActionForm
                      action={removeChoiceAction}
                      className=""
                      aria-label={`Take back: ${nameOf(choice.preferredId)} over ${nameOf(choice.otherId)}`}
                    >
                      <input type="hidden" name="preferredId" value={choice.preferredId} />
                      <input type="hidden" name="otherId" value={choice.otherId} />
                      <SubmitButton kind="quiet" isSmall>
                        Take back
                      </SubmitButton>
                    </ActionForm>
                  </li>
                ))}
              </ul>
            )}
            <div className="mt-4">
              <ActionForm action={askPairAction} id="ask-pair" className="">
                <FormDisclosure summary="Compare two of your choosing">
                  <SelectField name="firstId" label="This one" width="full" options={options} />
                  <SelectField
                    name="secondId"
                    label="With this one"
                    width="full"
                    defaultValue={ids[1]}
                    options={options}
                  />
                  <SubmitButton kind="secondary" isSmall pendingLabel="Opening…">
                    Compare
                  </SubmitButton>
                </FormDisclosure>
              </ActionForm>
            </div>
          </Panel>
        </div>
      </div>
    </>
  )
}

function leftWords(left: number): string {
  if (left === 0) return 'Answer from the gut: your marks stand below for who wants them.'
  return `Answer from the gut. At most ${left} ${left === 1 ? 'question is' : 'questions are'} left.`
}

function circleWords(circle: readonly Choice[], nameOf: (id: string) => string): string {
  return `${circle.map(({ preferredId, otherId }) => `${nameOf(preferredId)} over ${nameOf(otherId)}`).join(', ')}.`
}
