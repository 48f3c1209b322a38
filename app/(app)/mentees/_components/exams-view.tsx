import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { Table } from '@/app/_ui/table'
import { ExamRecord, examStandingWords } from '@/app/(app)/exams/_components/exam-record'
import { TimingVerdict } from '@/app/(app)/exams/_components/timing-verdict'
import { formatDate, formatShortDate } from '@/lib/dates/format'
import { EXAMS } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import type { LoggedResult } from '@/lib/exams/practice-detail'
import { weakWords } from '@/lib/exams/practice-detail-words'
import { resultWords, sittingWords, testWords } from '@/lib/exams/practice-line-words'
import { attemptsAt } from '@/lib/exams/summary'
import { forecastDay } from '@/lib/forecast/exam-day'
import { forecastFor } from '@/lib/forecast/forecast'
import { type ForecastOverrides, settingsWith } from '@/lib/forecast/overrides'
import { forecastSentence, standardSentence } from '@/lib/forecast/words'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'
import { WholeNotes } from './whole-notes'
import { Withheld } from './withheld'

/** So few results need no line before them. */
const FEW_RESULTS = 2

/** Sittings, the verdict on the Step 2 CK day, and the practice log, to read. */
export function ExamsView({
  view,
  places,
  results,
  forecast,
}: {
  view: MenteeView
  places: MenteePlaces
  results: readonly LoggedResult[]
  forecast: ForecastOverrides
}) {
  if (!view.may('exams')) return <Withheld view={view} section="exams" title="Exams and practice" />
  const { applicant, verdict, band } = view.reading
  const attempts = applicant.attempts ?? []
  const { today } = view
  const day = forecastDay(attempts, { today })
  const found = forecastFor(results, { examOn: day.on, today, settings: settingsWith(forecast) })
  return (
    <>
      <Panel id="timing" title={`Step 2 CK and season ${view.season.year}`}>
        <TimingVerdict verdict={verdict} />
      </Panel>
      <div id="sittings" className="grid items-start gap-5 xl:grid-cols-2">
        {EXAMS.map((exam) => (
          <Panel
            key={exam}
            id={exam}
            title={EXAM_LABELS[exam]}
            lead={examStandingWords(attempts, exam, today)}
          >
            <div className="space-y-4">
              <ExamRecord
                exam={exam}
                attempts={attempts}
                certifiedOn={applicant.ecfmg.certifiedOn}
                today={today}
                isMine={false}
              />
              {places.notesOn &&
                attemptsAt(attempts, exam).map(({ id, takenOn }) => {
                  const notes = places.notesOn?.('attempt', id)
                  return (
                    notes && (
                      <div key={id} className="flex flex-wrap items-center gap-x-5">
                        <p className="text-sm text-mute">{formatDate(takenOn)}</p>
                        {notes}
                      </div>
                    )
                  )
                })}
            </div>
          </Panel>
        ))}
      </div>
      <Panel id="practice" title="Practice" lead={forecastSentence(found)}>
        {found && band && <p className="max-w-prose">{standardSentence(found, band.standard)}</p>}
        {results.length > 0 && (
          <Table
            caption="Practice results, the newest first"
            isCaptionHidden
            columns={[
              { label: 'Test' },
              { label: 'Day' },
              { label: 'Result', isNumeric: true },
              { label: 'How' },
              { label: 'Weak areas' },
            ]}
          >
            {results.map((result) => (
              <tr key={result.id} id={result.id}>
                <th scope="row">{testWords(result)}</th>
                <td>{formatShortDate(result.takenOn)}</td>
                <td>{resultWords(result)}</td>
                <td>{sittingWords(result) || 'Not said'}</td>
                <td>{weakWords(result)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Panel>
      <PracticeNotes places={places} results={results} />
      <WholeNotes places={places} section="exams" />
    </>
  )
}

/** What is said about single results; the way to say something about the others is behind one line. */
function PracticeNotes({ places, results }: { places: MenteePlaces; results: readonly LoggedResult[] }) {
  const notes = results.flatMap((result) => {
    const node = places.notesOn?.('practice', result.id)
    return node ? [{ result, node, isSaid: places.saidOn?.('practice', result.id) !== null }] : []
  })
  const said = notes.filter(({ isSaid }) => isSaid)
  const silent = notes.filter(({ isSaid }) => !isSaid)
  const sections = (of: typeof notes) =>
    of.map(({ result, node }) => (
      <Section key={result.id} level={3} title={`${testWords(result)}, ${formatShortDate(result.takenOn)}`}>
        {node}
      </Section>
    ))
  if (notes.length === 0) return null
  return (
    <Panel id="practice-notes" title="On a practice result">
      {sections(said)}
      {silent.length > 0 && (
        <Disclosure
          summary={
            silent.length === 1 ? 'Write about one result' : `Write about one of ${silent.length} results`
          }
          isOpen={said.length === 0 && silent.length <= FEW_RESULTS}
        >
          {sections(silent)}
        </Disclosure>
      )}
    </Panel>
  )
}
