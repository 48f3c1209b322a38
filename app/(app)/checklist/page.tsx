import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { readDeskAnd } from '@/app/_server/desk'
import { FoldedList } from '@/app/_ui/folded-list'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import type { Scope } from '@/db/access'
import { listSuggestedItems } from '@/db/queries/suggested-tasks'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import type { ChecklistItem } from '@/lib/checklist/checklist'
import { dayOne } from '@/lib/checklist/day-one'
import { checklistQuestions } from '@/lib/checklist/questions'
import { movedDates, movedItems } from '@/lib/checklist/season-dates'
import { checklistSentence } from '@/lib/checklist/sentence'
import { CHECKLIST_GROUPS } from '@/lib/checklist/template-item'
import { byTime, farDays, TIME_GROUP_LABELS } from '@/lib/checklist/time-groups'
import { FORMER_MENTOR } from '@/lib/notes/words'
import { WaitingMark } from '../mentors/_notes/waiting-mark'
import { AwayItems } from './_components/away-items'
import { DayOnePanel } from './_components/day-one-panel'
import { GroupTabs } from './_components/group-tabs'
import { ItemRow } from './_components/item-row'
import { MovedNotice } from './_components/moved-notice'
import { OwnItemForm } from './_components/own-item-form'
import { QuestionsPanel } from './_components/questions-panel'

/** Of one stretch of time; the season's own items are never so many. */
const SHOWN = 30

export const metadata: Metadata = {
  title: 'Checklist',
  description: 'What the season asks of you, when, why, and what waits for what.',
}

const DONE_LINES: Readonly<Record<string, string>> = {
  added: 'Your own item is on the checklist.',
  removed: 'Your own item is gone.',
  saved: 'Saved.',
}

export default async function ChecklistPage({ searchParams }: PageProps<'/checklist'>) {
  const [params, viewer] = await Promise.all([searchParams, getViewer()])
  const { desk, also } = await readDeskAnd(viewer, readNotes)
  const { checklist, input, visit, basis } = desk
  const { items, today } = checklist
  const group = CHECKLIST_GROUPS.find((known) => known === params.group) ?? null
  const shown = items.filter((item) => group === null || item.group === group)
  const isHere = (item: ChecklistItem) =>
    item.applies !== 'no' && (item.state === 'open' || isDoneToday(item, today))
  const moved = visit ? movedDates(visit.seenDates, basis.season) : []
  const day = dayOne(checklist)
  const line = typeof params.done === 'string' ? DONE_LINES[params.done] : undefined
  const back = group ? `/checklist?group=${group}` : '/checklist'
  const openable = items.filter((item) => item.applies !== 'no' && item.state === 'open')

  return (
    <>
      {line && <ToastLine message={line} />}
      <PageHeader title="Checklist" lead={checklistSentence(checklist, day)} isLeadLive />
      <div className="space-y-5">
        {visit && moved.length > 0 && (
          <MovedNotice moved={moved} items={movedItems(visit.seenDates, input)} back={back} />
        )}
        {group === null && day && <DayOnePanel day={day} />}
        {group === null && <QuestionsPanel questions={checklistQuestions(checklist)} />}
        <GroupTabs items={items} current={group} />
        {byTime(shown.filter(isHere), today, farDays(checklist)).map((one) => (
          <Panel
            key={one.group}
            id={one.group}
            title={TIME_GROUP_LABELS[one.group]}
            {...(one.group === 'past' && {
              lead: 'Begin with what others wait for. Most of these days are margins of Locus; a deadline is named as one.',
            })}
          >
            <FoldedList
              className="divide-y divide-line"
              shown={SHOWN}
              more={(count) => `${count} more of these`}
              items={one.items.map((item) => (
                <ItemRow
                  key={item.id}
                  item={item}
                  today={today}
                  suggestedBy={suggestedBy(also?.suggested ?? null, item.id)}
                  isOpen={params.open === item.id}
                  back={back}
                >
                  <WaitingMark waiting={also?.waiting ?? []} kind="item" id={item.id} />
                </ItemRow>
              ))}
            />
          </Panel>
        ))}
        {!shown.some(isHere) && (
          <Panel>
            <p>{group === 'own' ? 'You have no item of your own yet.' : 'Nothing is open here.'}</p>
          </Panel>
        )}
        <div className="no-print">
          <Panel
            id="own"
            title="An item of your own"
            lead="Beside the season’s items, with a date and what it waits for if you like."
          >
            <OwnItemForm formId={crypto.randomUUID()} others={openable} />
          </Panel>
        </div>
        <AwayItems
          done={shown.filter(
            (item) => item.applies !== 'no' && item.state === 'done' && !isDoneToday(item, today),
          )}
          notNeeded={shown.filter((item) => item.applies !== 'no' && item.state === 'not_needed')}
          notForYou={shown.filter((item) => item.applies === 'no')}
          back={back}
          openId={typeof params.open === 'string' ? params.open : null}
        />
        <p className="max-w-prose text-sm text-mute">
          Dates follow the season’s events and move with them. “Projected” dates rest on a rule and are not
          announced; margins are planning advice of Locus. Check every deadline with the body that sets it.
        </p>
      </div>
    </>
  )
}

async function readNotes(scope: Scope) {
  const [suggested, waiting] = await Promise.all([listSuggestedItems(scope), listWaitingThreads(scope)])
  return { suggested, waiting }
}

/** Who suggested an item of one's own; null where nobody did. */
function suggestedBy(names: ReadonlyMap<string, string | null> | null, itemId: string): string | null {
  return names?.has(itemId) ? (names.get(itemId) ?? FORMER_MENTOR) : null
}

/** Ticked today: it stays in its place until tomorrow, so that the tick can be taken back where it was made. */
function isDoneToday({ done }: ChecklistItem, today: string): boolean {
  return done?.how === 'marked' && done.on === today
}
