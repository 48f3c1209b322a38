import type { Metadata } from 'next'
import { readRankBasis } from '@/app/_server/rank-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { Verdict } from '@/app/_ui/verdict'
import { formatDate } from '@/lib/dates/format'
import { MATCH_CONDUCT, RANKING_RULE } from '@/lib/facts/nrmp'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'
import { disagreements, disagreementWords, pointWords } from '@/lib/rank/disagreements'
import { changeSince, orderKey } from '@/lib/rank/rank-list'
import { CODE_LOOKUP, isInMainMatch } from '@/lib/rank/rank-row'
import { NothingToRank } from './_components/nothing-to-rank'
import { OrderList } from './_components/order-list'
import { RankDates } from './_components/rank-dates'
import { RankTabs } from './_components/rank-tabs'
import { certifyAction, saveOrderAction } from './actions'

export const metadata: Metadata = { title: 'Rank list' }

const DONE: Readonly<Record<string, string>> = {
  moved: 'The order is saved.',
  certified: 'Recorded: this order is certified. What stands on it is “Ranked” on your list.',
}

export default async function RankPage({ searchParams }: PageProps<'/rank'>) {
  const [{ done }, basis] = await Promise.all([searchParams, readRankBasis()])
  const { rank, programOf, nameOf, readings, season, today, zone } = basis
  const said = typeof done === 'string' ? DONE[done] : undefined
  if (!rank || rank.candidates.length === 0) {
    return (
      <>
        <PageHeader
          title="Rank list"
          lead="Where you would rather train, in your own order and for your own reasons."
        />
        <div className="space-y-5">
          <NothingToRank />
          <RankDates season={season} zone={zone} />
        </div>
      </>
    )
  }
  const { order, leftOff, unplaced, choices, certifiedOn, certifiedOrder } = rank
  const key = orderKey({ order, leftOff })
  const change = certifiedOn === null ? null : changeSince(certifiedOrder, order)
  const notAgreed = disagreements({ order, choices, readings })
  const reading = (id: string) => readings.find((one) => one.id === id)
  const suggested = [...readings.map(({ id }) => id), ...unplaced].filter(
    (id, index, all) => unplaced.includes(id) && all.indexOf(id) === index,
  )
  const detail = (id: string) => {
    const program = programOf(id)
    if (!program) return null
    const marks = reading(id)
    return (
      <>
        {[pathwayShortName(program.pathway), placeWords(program)].filter(Boolean).join(' · ')}
        <span className="block">
          {isInMainMatch(program.pathway) ? (
            program.nrmpCode ? (
              <>NRMP code {program.nrmpCode}</>
            ) : (
              <>NRMP code not known: {CODE_LOOKUP}</>
            )
          ) : (
            <>Not ranked in the Main Match: ask the program how it chooses</>
          )}
          {marks && <>. Marks {pointWords(marks.point)} of 5</>}
        </span>
      </>
    )
  }
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        title="Rank list"
        lead="Where you would rather train, in your own order and for your own reasons."
        actions={
          order.length > 0 && (
            <>
              <LinkButton href="/rank/export?as=csv" isDownload>
                As CSV
              </LinkButton>
              <LinkButton href="/rank/export?as=text" isDownload>
                As text
              </LinkButton>
            </>
          )
        }
      />
      <RankTabs current="/rank" />
      <div className="space-y-5">
        <Panel id="certified">
          {certifiedOn === null ? (
            <Verdict tone="warn" title="This order is not certified yet.">
              It counts only once you have entered it in NRMP’s system and certified it there. Locus sends
              nothing.
            </Verdict>
          ) : change === null ? (
            <Verdict tone="good" title={`Certified on ${formatDate(certifiedOn)}, and unchanged since.`} />
          ) : (
            <Verdict tone="bad" title={`Changed since you certified on ${formatDate(certifiedOn)}.`}>
              NRMP still holds the old order. {changeWords(change, nameOf)} Enter it there and certify again,
              or move it back.
            </Verdict>
          )}
        </Panel>
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="space-y-5">
            <Panel
              id="list"
              title="Your order"
              isLeadLive
              lead={
                order.length === 0
                  ? 'Nothing stands on it yet.'
                  : `${order.length} ${order.length === 1 ? 'program' : 'programs'}. Move with the buttons, with the arrow keys on them, or by dragging.`
              }
            >
              {order.length > 0 && (
                <OrderList
                  items={order.map((id) => ({ id, name: nameOf(id), detail: detail(id) }))}
                  order={order}
                  leftOff={leftOff}
                  action={saveOrderAction}
                />
              )}
            </Panel>
            {unplaced.length > 0 && (
              <Panel
                id="unplaced"
                title="Not placed yet"
                lead={
                  readings.length > 0
                    ? 'Interviewed at. The order here is that of your marks, to begin from.'
                    : 'Interviewed at. Put each on the list, or leave it off.'
                }
                actions={
                  suggested.length > 1 && (
                    <ActionForm action={saveOrderAction} className="">
                      <OrderFields order={[...order, ...suggested]} leftOff={leftOff} before={key} />
                      <SubmitButton kind="secondary" isSmall>
                        Put all on the list
                      </SubmitButton>
                    </ActionForm>
                  )
                }
              >
                <ul className="divide-y divide-line">
                  {suggested.map((id) => (
                    <li
                      key={id}
                      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
                    >
                      <div className="min-w-0 flex-[1_1_14rem]">
                        <p className="font-medium">{nameOf(id)}</p>
                        <div className="text-sm text-mute">{detail(id)}</div>
                      </div>
                      <div className="flex flex-wrap gap-2">
                        <PlaceForm id={id} move="add" order={order} leftOff={leftOff} before={key}>
                          Put on the list
                        </PlaceForm>
                        <PlaceForm id={id} move="off" order={order} leftOff={leftOff} before={key}>
                          Leave off
                        </PlaceForm>
                      </div>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            {leftOff.length > 0 && (
              <Panel
                id="left-off"
                title="Left off"
                lead="You would rather not match than train there. Nothing else is a reason to leave a program off."
              >
                <ul className="divide-y divide-line">
                  {leftOff.map((id) => (
                    <li
                      key={id}
                      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
                    >
                      <p className="font-medium">{nameOf(id)}</p>
                      <PlaceForm id={id} move="add" order={order} leftOff={leftOff} before={key}>
                        Put it on after all
                      </PlaceForm>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            {notAgreed.length > 0 && (
              <Panel
                id="disagree"
                title="Where head and gut disagree"
                lead="Nothing to mend by force: each is a question to you."
              >
                <ul className="space-y-3">
                  {notAgreed.map((one) => (
                    <li key={`${one.kind}-${one.overId}-${one.underId}`} className="flex max-w-prose gap-2.5">
                      <Sign tone="unknown" className="mt-1.5 size-3.5" />
                      <span>
                        {disagreementWords(one, [nameOf(one.overId), nameOf(one.underId)])}{' '}
                        <a href={`/rank/compare?a=${one.overId}&b=${one.underId}`}>Compare the two</a>
                      </span>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </div>
          <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
            <Notice word="By preference alone">
              The match begins with your first choice and tries each program in your order, so a guess at how
              a program will rank you can only cost you.{' '}
              <SourceNote
                {...RANKING_RULE.source}
                href={RANKING_RULE.source.url}
                confidence={RANKING_RULE.confidence}
              />
            </Notice>
            <RankDates season={season} zone={zone} />
            {order.length > 0 && (
              <Panel id="certify" title="Certify">
                <ActionForm action={certifyAction} id="certify-form" className="">
                  <input type="hidden" name="before" value={key} />
                  <FormDisclosure summary="I have certified this order at NRMP" isOpen={change !== null}>
                    <TextField
                      name="on"
                      type="date"
                      label="On which day"
                      defaultValue={today}
                      max={today}
                      width="medium"
                    />
                    <SubmitButton>Record it</SubmitButton>
                  </FormDisclosure>
                </ActionForm>
                <p className="mt-3 text-sm text-mute">
                  Programs may not ask how you will rank (
                  <SourceNote
                    title="NRMP"
                    href={MATCH_CONDUCT.source.url}
                    year={MATCH_CONDUCT.source.year}
                    confidence={MATCH_CONDUCT.confidence}
                  />
                  ).
                </p>
              </Panel>
            )}
          </div>
        </div>
      </div>
    </>
  )
}

function OrderFields({
  order,
  leftOff,
  before,
}: {
  order: readonly string[]
  leftOff: readonly string[]
  before: string
}) {
  return (
    <>
      {order.map((id) => (
        <input key={id} type="hidden" name="order" value={id} />
      ))}
      {leftOff.map((id) => (
        <input key={id} type="hidden" name="leftOff" value={id} />
      ))}
      <input type="hidden" name="before" value={before} />
    </>
  )
}

function PlaceForm({
  id,
  move,
  children,
  ...fields
}: {
  id: string
  move: 'add' | 'off'
  order: readonly string[]
  leftOff: readonly string[]
  before: string
  children: string
}) {
  return (
    <ActionForm action={saveOrderAction} className="">
      <OrderFields {...fields} />
      <input type="hidden" name="move" value={`${move}:${id}`} />
      <SubmitButton kind={move === 'add' ? 'secondary' : 'quiet'} isSmall>
        {children}
      </SubmitButton>
    </ActionForm>
  )
}

function changeWords(
  { moved, added, gone }: NonNullable<ReturnType<typeof changeSince>>,
  nameOf: (id: string) => string,
): string {
  const named = (ids: readonly string[]) => ids.map(nameOf).join(', ')
  return [
    added.length > 0 && `New on it: ${named(added)}.`,
    gone.length > 0 && `No longer on it: ${named(gone)}.`,
    moved.length > 0 && `In another place: ${named(moved)}.`,
  ]
    .filter((part) => part !== false)
    .join(' ')
}
