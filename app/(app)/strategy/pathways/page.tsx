import type { Metadata } from 'next'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { Table } from '@/app/_ui/table'
import { citation } from '@/lib/fit/criteria'
import { dollars } from '@/lib/strategy/cost-words'
import {
  asksTrainingFirst,
  doorsSentence,
  doorWord,
  sharedDoorSteps,
} from '@/lib/strategy/pathway-advice-words'
import { comparePathways, type PathwayView } from '@/lib/strategy/pathways'
import { StrategyTabs } from '../_components/strategy-tabs'
import { CalendarList } from './_components/calendar-list'
import { DoorPanel } from './_components/door-panel'
import { TwoYearRoutes } from './_components/two-year-routes'

export const metadata: Metadata = { title: 'Pathways' }

export default async function PathwaysPage() {
  const { setting, programs, listed } = await readStrategyBasis()
  const doors = comparePathways(setting, programs)
  const shared = sharedDoorSteps(doors)
  const main = doors.find(({ isMainMatch }) => isMainMatch)
  const fellowship = doors.find(({ pathway }) => pathway === 'mgg')
  const onList = (door: PathwayView) =>
    listed.filter(({ program }) => program.pathway === door.pathway).length
  return (
    <>
      <PageHeader
        title="Pathways"
        lead={`The doors into medical genetics for you in season ${setting.season.year}: who may enter, when, how long, and for what fee.`}
      />
      <StrategyTabs current="/strategy/pathways" />
      <div className="space-y-5">
        <Panel
          id="doors"
          title={doorsSentence(doors)}
          lead="Read from your profile alone, for a program of which nothing is known. What a single program asks comes on top."
        >
          {shared.length > 0 && (
            <p className="mb-4 max-w-prose">
              <span className="font-medium">The same at every door of the Main Match: </span>
              {shared.join(' ')}
            </p>
          )}
          <Table
            caption="The doors side by side"
            isCaptionHidden
            columns={[
              { label: 'Door' },
              { label: 'For you' },
              { label: 'Length' },
              { label: 'Match' },
              { label: 'Fee for 10 programs', isNumeric: true },
              { label: 'Programs known', isNumeric: true },
              { label: 'On your list', isNumeric: true },
            ]}
          >
            {doors.map((door) => (
              <tr key={door.pathway}>
                <th scope="row">
                  <a href={`#${door.pathway}`}>{door.words.shortName}</a>
                </th>
                <td>
                  <StatusChip tone={doorWord(door).tone}>{doorWord(door).word}</StatusChip>
                </td>
                <td>{door.words.length ?? 'not known'}</td>
                <td>{door.words.match}</td>
                <td>{feeOfTen(door)}</td>
                <td>{door.programs}</td>
                <td>{onList(door)}</td>
              </tr>
            ))}
          </Table>
          <p className="mt-4 max-w-prose text-mute">
            Genetics is small: a program offers one or two places in most years, some stay unfilled, and a
            cut-off can be rigid where few people read many applications. The published figures beside each
            door are context; none enters a computation ({citation(['A2'])}).
          </p>
        </Panel>
        <div className="mb-0 gap-x-5 lg:columns-2">
          {doors.map((door) => (
            <div key={door.pathway} className="break-inside-avoid pb-5">
              <DoorPanel door={door} shared={shared}>
                {door.pathway === 'mgg' && (asksTrainingFirst(door) || door.eligibility === 'unknown') && (
                  <TwoYearRoutes applicant={setting.applicant} />
                )}
              </DoorPanel>
            </div>
          ))}
        </div>
        <Panel
          id="calendars"
          title="Two calendars, and sometimes none"
          lead="A two-year program may use the July or the December fellowship cycle, or take applications outside any: ask which. One may be open while the main season is closed."
        >
          <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
            {main && <CalendarList title="Main Residency Match" events={main.events} />}
            {fellowship && (
              <CalendarList title="Fellowship cycles of two-year genetics" events={fellowship.events} />
            )}
          </div>
        </Panel>
      </div>
    </>
  )
}

function feeOfTen({ fees }: PathwayView): string {
  const ten = fees?.of.find(({ programs }) => programs === 10)
  return ten ? dollars(ten.fee) : 'not through ERAS'
}
