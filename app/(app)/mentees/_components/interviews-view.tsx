import { EmptyState } from '@/app/_ui/empty-state'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { InterviewLine } from '@/app/(app)/interviews/_components/interview-line'
import type { NamedProgram } from '@/db/queries/named-programs'
import type { LoggedContact } from '@/lib/contacts/log'
import { CONTACT_KIND_LABELS, CONTACT_OUTCOME_LABELS } from '@/lib/contacts/words'
import { formatDate, formatInZone, formatLongDate } from '@/lib/dates/format'
import { byDay, interviewDesk } from '@/lib/interviews/desk'
import type { Interview } from '@/lib/interviews/interview'
import { answerClockWords } from '@/lib/interviews/words'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { Withheld } from './withheld'

/** Invitations and interviews on the program's clock and the reader's, contacts, and the rank order, to read. */
export function InterviewsView({
  view,
  places,
  contacts,
  order,
}: {
  view: MenteeView
  places: MenteePlaces
  contacts: readonly LoggedContact[]
  /** Entries in the order of the rank list. */
  order: readonly string[]
}) {
  const nameOf = (entryId: string | null) => view.named.find((one) => one.entryId === entryId)
  return (
    <>
      {view.may('interviews') ? (
        <Interviews view={view} places={places} nameOf={nameOf} />
      ) : (
        <Withheld view={view} section="interviews" title="Interviews" />
      )}
      {view.may('contacts') ? (
        <Panel
          id="contacts"
          title="Contacts"
          lead={contacts.length === 0 ? 'Nothing was written to a program yet.' : undefined}
        >
          {contacts.length > 0 && (
            <ul className="divide-y divide-line">
              {contacts.map((contact) => (
                <li key={contact.id} className="py-2.5 first:pt-0 last:pb-0">
                  <p className="font-medium">
                    {nameOf(contact.entryId)?.sponsor ?? contact.person ?? 'Somebody'}:{' '}
                    {CONTACT_KIND_LABELS[contact.kind].toLowerCase()}
                  </p>
                  <p className="text-sm text-mute">
                    {formatDate(contact.on)} · {contact.direction === 'sent' ? 'sent' : 'received'}
                    {contact.direction === 'sent' && ` · ${CONTACT_OUTCOME_LABELS[contact.outcome]}`}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ) : (
        <Withheld view={view} section="contacts" title="Contacts" />
      )}
      {view.may('rank') ? (
        <Panel
          id="rank"
          title="Rank list"
          lead={
            order.length === 0
              ? 'No program is ranked yet.'
              : 'As the applicant would rank them. No program may ask for it.'
          }
        >
          {order.length > 0 && (
            <ol className="list-decimal space-y-1 pl-6">
              {order.map((entryId) => (
                <li key={entryId}>{nameOf(entryId)?.sponsor ?? 'A program'}</li>
              ))}
            </ol>
          )}
        </Panel>
      ) : (
        <Withheld view={view} section="rank" title="Rank list" />
      )}
    </>
  )
}

function Interviews({
  view,
  places,
  nameOf,
}: {
  view: MenteeView
  places: MenteePlaces
  nameOf: (entryId: string) => NamedProgram | undefined
}) {
  const { interviews, zone, now } = view
  const desk = interviewDesk(interviews, {
    viewerZone: zone,
    now,
    stateOf: (programId) => view.named.find((one) => one.programId === programId)?.state ?? null,
  })
  if (interviews.length === 0) {
    return (
      <Panel id="interviews" title="Interviews">
        <EmptyState title="No interview yet">Invitations appear here when they are entered.</EmptyState>
      </Panel>
    )
  }
  const line = (
    interview: Interview,
    rest?: Pick<Parameters<typeof InterviewLine>[0], 'meeting' | 'children'>,
  ) => {
    const program = nameOf(interview.entryId)
    return (
      program && (
        <InterviewLine
          key={interview.id}
          interview={interview}
          program={program}
          isMine={false}
          meeting={rest?.meeting ?? null}
        >
          {rest?.children}
          {places.notesOn?.('interview', interview.id)}
        </InterviewLine>
      )
    )
  }
  return (
    <>
      {desk.waiting.length > 0 && (
        <Panel id="waiting" title="Waiting for an answer">
          <ul className="divide-y divide-line">
            {desk.waiting.map(({ interview, clock }) =>
              line(interview, {
                children: (
                  <p className="mt-1 max-w-prose text-sm text-mute">
                    {clock
                      ? `Answer by ${formatInZone(clock.by, zone)} on your clock. ${answerClockWords(clock)}`
                      : 'When it came is not noted, so no clock runs.'}
                  </p>
                ),
              }),
            )}
          </ul>
        </Panel>
      )}
      {desk.ahead.length > 0 && (
        <Panel id="days" title="Booked" lead="“For you” is your own clock, not the applicant’s.">
          <ol className="space-y-6">
            {byDay(desk.ahead).map(({ day, placed }) => (
              <li key={day} className="grid gap-x-6 gap-y-2 md:grid-cols-[9rem_minmax(0,1fr)]">
                <h3 className="font-medium text-mute">{formatLongDate(day)}</h3>
                <ul className="divide-y divide-line">
                  {placed.map(({ interview, meeting }) => line(interview, { meeting }))}
                </ul>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      {desk.held.length + desk.unsaid.length > 0 && (
        <Panel id="held" title="Over">
          <ul className="divide-y divide-line">
            {desk.unsaid.map(({ interview }) =>
              line(interview, {
                children: <StatusChip tone="unknown">Not said whether it took place</StatusChip>,
              }),
            )}
            {desk.held.map(({ interview, meeting }) =>
              line(interview, {
                children: (
                  <p className="mt-1 text-sm text-mute">{formatLongDate(meeting.there.start.date)}</p>
                ),
              }),
            )}
          </ul>
        </Panel>
      )}
      {desk.waitlisted.length + desk.declined.length > 0 && (
        <Panel id="others" title="Waiting list and declined">
          <ul className="divide-y divide-line">
            {desk.waitlisted.map((interview) =>
              line(interview, { children: <StatusChip tone="neutral">Waiting list</StatusChip> }),
            )}
            {desk.declined.map((interview) =>
              line(interview, { children: <StatusChip tone="neutral">Declined</StatusChip> }),
            )}
          </ul>
        </Panel>
      )}
    </>
  )
}
