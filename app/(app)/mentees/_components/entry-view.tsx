import { BackLink } from '@/app/_ui/back-link'
import { Panel } from '@/app/_ui/panel'
import { LedgerView } from '@/app/(app)/list/_components/ledger-view'
import { formatDate } from '@/lib/dates/format'
import { today as dayIn } from '@/lib/dates/instant'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { ListEntryDetail } from '@/lib/list/entry'
import { SIGNAL_WORDS, STATUS_WORDS } from '@/lib/list/status-words'
import type { ListedLedger } from '@/lib/mentors/mentee'
import { placeWords } from '@/lib/programs/states'
import { changeTimingWords, noUnlockSentence, unlockSentence } from '@/lib/strategy/change-words'
import { programQuestions } from '@/lib/strategy/open-questions'
import { questionReason, questionText, spreadWords } from '@/lib/strategy/question-words'
import { programUnlocks, smallestUnlock } from '@/lib/strategy/unlocks'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'

/** One program of the list with its whole ledger, what would raise it, what to ask, and its history, to read. */
export function EntryView({
  view,
  places,
  listed: { entry, program, ledger },
  detail,
}: {
  view: MenteeView
  places: MenteePlaces
  listed: ListedLedger
  detail: ListEntryDetail
}) {
  const read = {
    applicant: view.reading.applicant,
    season: view.season,
    policy: FIT_POLICY,
    today: view.today,
    program,
    appliedOn: entry.appliedOn,
  }
  const unlock = smallestUnlock(programUnlocks(read))
  const { questions } = programQuestions(read)
  return (
    <>
      <Panel>
        <p className="text-sm text-mute">
          <BackLink href={places.hrefOf('list')}>All programs</BackLink>
        </p>
        <h2 className="mt-1 text-xl font-semibold tracking-tight">{program.sponsor}</h2>
        <p className="text-mute">{[program.name, placeWords(program)].filter(Boolean).join(' · ')}</p>
        {places.notesOn?.('entry', entry.id)}
      </Panel>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <LedgerView
          ledger={ledger}
          isMine={false}
          next={
            <>
              <Panel
                id="unlock"
                title={unlock ? unlockSentence(unlock) : noUnlockSentence(ledger.standing)}
                lead={unlock ? changeTimingWords(unlock.timing) : undefined}
              />
              {questions.length > 0 && (
                <Panel
                  id="ask"
                  title="What only the program can answer"
                  lead="By how much the answer could change this standing. The applicant asks."
                >
                  <ol className="divide-y divide-line">
                    {questions.map((question) => (
                      <li key={question.field} className="py-2.5 first:pt-0 last:pb-0">
                        <p className="max-w-prose font-medium">{questionText(question)}</p>
                        <p className="max-w-prose text-sm text-mute">
                          {questionReason(question)} {spreadWords(question)}
                        </p>
                      </li>
                    ))}
                  </ol>
                </Panel>
              )}
            </>
          }
        />
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <Panel
            id="history"
            title={STATUS_WORDS[entry.status].label}
            lead={entry.signal === 'none' ? undefined : SIGNAL_WORDS[entry.signal]}
          >
            <ol className="space-y-2">
              {detail.history.map((change) => (
                <li key={change.id}>
                  <span className="font-medium">{STATUS_WORDS[change.status].label}</span>{' '}
                  <span className="text-mute">{formatDate(change.on)}</span>
                  {view.showsNotes && change.note && <p className="text-sm">{change.note}</p>}
                </li>
              ))}
              <li className="text-sm text-mute">
                On the list since {formatDate(dayIn(entry.addedAt, view.zone))}
              </li>
            </ol>
          </Panel>
          {view.showsNotes && detail.note && (
            <Panel id="note" title="Note">
              <p className="whitespace-pre-line">{detail.note}</p>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}
