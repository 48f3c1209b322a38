import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import { DayOnePanel } from '@/app/(app)/checklist/_components/day-one-panel'
import { ItemRow } from '@/app/(app)/checklist/_components/item-row'
import { checklistSentence } from '@/lib/checklist/sentence'
import { byTime, farDays, TIME_GROUP_LABELS } from '@/lib/checklist/time-groups'
import { seesWhole } from '@/lib/mentors/mentee'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { WholeNotes } from './whole-notes'
import { Withheld } from './withheld'

/** What is open, by when, and what waits for what; what is done is counted. To read. */
export function ChecklistView({ view, places }: { view: MenteeView; places: MenteePlaces }) {
  if (!view.may('checklist')) return <Withheld view={view} section="checklist" title="Checklist" />
  const { checklist, day, sight, today } = view.reading
  const items = checklist.items
    .filter(({ applies }) => applies !== 'no')
    .map((item) => (view.showsNotes ? item : { ...item, note: '' }))
  const open = items.filter(({ state }) => state === 'open')
  const done = items.filter(({ state }) => state === 'done').length
  return (
    <>
      {!seesWhole(sight) && (
        <Notice kind="unknown" word="Not all of it is known here">
          Locus ticks and dates many items from the exams, the profile and the list. You do not see all of
          these, so an item may read open here that is done on the applicant’s own page.
        </Notice>
      )}
      <Panel
        id="state"
        title={checklistSentence(checklist, day)}
        lead={`${open.length} open, ${done} done.`}
      />
      {day && <DayOnePanel day={day} isMine={false} />}
      {byTime(open, today, farDays(checklist)).map((one) => (
        <Panel key={one.group} id={one.group} title={TIME_GROUP_LABELS[one.group]}>
          <ul className="divide-y divide-line">
            {one.items.map((item) => (
              <ItemRow key={item.id} item={item} today={today}>
                {places.notesOn?.('item', item.id)}
              </ItemRow>
            ))}
          </ul>
        </Panel>
      ))}
      <WholeNotes places={places} section="checklist" />
    </>
  )
}
