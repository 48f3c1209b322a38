import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Table } from '@/app/_ui/table'
import { ToastLine } from '@/app/_ui/toast-line'
import { formatDate, formatShortDate } from '@/lib/dates/format'
import { STATUS_WORDS } from '@/lib/list/status-words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { OUTCOME_WORDS } from '@/lib/season/cycle'
import { ContactList } from '../../contacts/_components/contact-list'
import { ClosingForm } from '../_components/closing-form'
import { reopenCycleAction } from '../actions'
import { readCycle } from './read-cycle'

export const metadata: Metadata = { title: 'A cycle' }

export default async function CyclePage({ params, searchParams }: PageProps<'/cycles/[cycleId]'>) {
  const [{ cycleId }, { done }] = await Promise.all([params, searchParams])
  const { cycle, listed, contacts, programs, today } = await readCycle(cycleId)
  const names = new Map(programs.map(({ id, sponsor }) => [id, sponsor]))
  const { closing } = cycle
  const closePanel = (
    <Panel
      id="close"
      title={closing ? 'Correct how it ended' : 'Close this cycle'}
      lead="Closing takes nothing away: the list, its history, interviews and notes stay, and this can be corrected."
    >
      {closing ? (
        <Disclosure summary="Change it">
          <ClosingForm cycle={cycle} today={today} />
          <ActionForm action={reopenCycleAction} className="mt-4">
            <input type="hidden" name="cycleId" value={cycle.id} />
            <SubmitButton kind="secondary" isSmall>
              It is not over: open it again
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : (
        <ClosingForm cycle={cycle} today={today} />
      )}
    </Panel>
  )
  return (
    <>
      {done === 'closed' && closing && <ToastLine message="This cycle is closed. All of it is kept." />}
      {done === 'reopened' && !closing && <ToastLine message="This cycle is open again." />}
      <PageHeader
        above={<BackLink href="/cycles">Your cycles</BackLink>}
        title={`Season ${cycle.seasonYear}`}
        lead={
          closing
            ? `${OUTCOME_WORDS[closing.outcome].sentence} Closed on ${formatDate(closing.on)}.`
            : 'This cycle is open.'
        }
        actions={
          <LinkButton href={`/cycles/${cycle.id}/next`} kind={closing ? 'primary' : 'secondary'}>
            Begin the next from it
          </LinkButton>
        }
      />
      <div className="space-y-5">
        {closing && (closing.note || closing.learned) && (
          <Panel id="learned" title="What you wrote">
            <div className="max-w-prose space-y-3 whitespace-pre-wrap">
              {closing.note && <p>{closing.note}</p>}
              {closing.learned && (
                <>
                  <h3 className="font-semibold">To remember for the next one</h3>
                  <p>{closing.learned}</p>
                </>
              )}
            </div>
          </Panel>
        )}
        {/* What is still to be done stands above what is only read. */}
        {!closing && closePanel}
        <Panel id="programs" title={listTitle(listed.length, closing !== null)}>
          {listed.length > 0 && (
            <Table
              caption={`${listed.length} programs of season ${cycle.seasonYear}`}
              isCaptionHidden
              columns={[
                { label: 'Program' },
                { label: closing ? 'Where it stood' : 'Where it stands' },
                { label: 'Interviews held', isNumeric: true },
                { label: 'Note' },
              ]}
            >
              {listed.map(({ entry, program }) => (
                <tr key={entry.id}>
                  <th scope="row">
                    {program.sponsor}
                    <span className="block font-normal text-mute">{pathwayShortName(program.pathway)}</span>
                  </th>
                  <td>
                    <StatusChip tone={STATUS_WORDS[entry.status].tone}>
                      {STATUS_WORDS[entry.status].label}
                    </StatusChip>
                    {entry.statusOn && (
                      <span className="block text-sm text-mute">{formatShortDate(entry.statusOn)}</span>
                    )}
                  </td>
                  <td>{entry.interviews}</td>
                  <td className="whitespace-pre-wrap">{entry.note}</td>
                </tr>
              ))}
            </Table>
          )}
        </Panel>
        {contacts.length > 0 && (
          <Panel id="contacts" title="What was written and said">
            <ContactList
              contacts={contacts}
              nameOf={({ programId, person }) =>
                (programId && names.get(programId)) || person || 'Someone else'
              }
            />
          </Panel>
        )}
        {closing && closePanel}
      </div>
    </>
  )
}

function listTitle(count: number, isClosed: boolean): string {
  if (count === 0) return isClosed ? 'No program was on the list' : 'No program is on the list'
  return isClosed ? 'The list, as it ended' : 'The list, as it stands'
}
