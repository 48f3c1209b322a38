import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { EmptyState } from '@/app/_ui/empty-state'
import { TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { findAdditionalInformation, type StoredPassage } from '@/db/queries/additional-information'
import { listExamAttempts } from '@/db/queries/exams'
import { listDismissals } from '@/db/queries/finding-dismissals'
import { formatDate } from '@/lib/dates/format'
import {
  CHANGE_LABELS,
  CHANGES,
  draftPassage,
  INSIGHT_LABELS,
  INSIGHTS,
} from '@/lib/exams/additional-information'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { isStep } from '@/lib/exams/standards'
import type { Dismissal } from '@/lib/statement/statement'
import { readText } from '@/lib/statement/text-reading'
import { draftOwner } from '../../documents/_writing/draft-owner'
import { Cited } from '../_components/cited'
import { PassageEditor } from './_components/passage-editor'
import { saveDraftChoicesAction } from './actions'

export const metadata: Metadata = {
  title: 'Additional information',
  description: 'One short passage on an attempt that did not pass: insight and change, no excuses.',
}

const DONE: Readonly<Record<string, string>> = {
  draft: 'The draft is below.',
  saved: 'The passage is saved.',
}
const PAGE = '/exams/additional-information'

export default async function AdditionalInformationPage({
  searchParams,
}: PageProps<'/exams/additional-information'>) {
  const { attempt: chosen, done, use } = await searchParams
  const viewer = await getViewer()
  const zone = await viewerZone(viewer)
  const { attempts, stored, dismissals } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [attempts, stored, dismissals] = await Promise.all([
          listExamAttempts(scope),
          findAdditionalInformation(scope),
          listDismissals(scope),
        ])
        return { attempts, stored, dismissals }
      })
    : { attempts: [], stored: null, dismissals: [] }
  const candidates = attempts.filter(
    ({ exam, outcome }) => isStep(exam) && (outcome === 'fail' || outcome === 'incomplete'),
  )
  const attempt = pickAttempt(candidates, stored, chosen)
  const message = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        above={<BackLink href="/documents">Documents</BackLink>}
        title="Additional information"
        lead="One short passage on an attempt that did not pass, for that section of MyERAS: what you understood, what you changed, and what came of it."
      />
      {!viewer || !attempt || !stored ? (
        <div className="space-y-5">
          <EmptyState
            title="Nothing here needs explaining"
            action={<LinkButton href="/exams/attempts">See your attempts</LinkButton>}
          >
            A passage is for an attempt at a Step that did not pass. None is recorded
            {stored?.passage ? '; what you wrote is kept.' : '.'}
          </EmptyState>
          {stored?.passage && (
            <Panel id="kept" title="What you wrote">
              <p className="max-w-prose whitespace-pre-wrap">{stored.passage}</p>
            </Panel>
          )}
        </div>
      ) : (
        <Passage
          attempt={attempt}
          attempts={attempts}
          candidates={candidates}
          stored={stored}
          usesDraft={use === 'draft'}
          dismissals={dismissals}
          zone={zone}
          owner={draftOwner(viewer)}
        />
      )}
    </>
  )
}

/** The attempt asked for, else the one that was written about, else the latest. */
function pickAttempt(
  candidates: readonly ExamAttempt[],
  stored: StoredPassage | null,
  chosen: string | string[] | undefined,
): ExamAttempt | undefined {
  return (
    candidates.find(({ id }) => id === chosen) ??
    candidates.find(
      ({ exam, takenOn }) => exam === stored?.attempt?.exam && takenOn === stored.attempt.takenOn,
    ) ??
    candidates.at(-1)
  )
}

function Passage({
  attempt,
  attempts,
  candidates,
  stored,
  usesDraft,
  dismissals,
  zone,
  owner,
}: {
  attempt: ExamAttempt
  attempts: readonly ExamAttempt[]
  candidates: readonly ExamAttempt[]
  stored: StoredPassage
  usesDraft: boolean
  dismissals: readonly Dismissal[]
  zone: string
  owner: string
}) {
  const { insights, changes, stillDo, passage, version } = stored
  const hasChosen = insights.length + changes.length > 0 || stillDo !== ''
  const draft = hasChosen ? draftPassage({ attempt, attempts, insights, changes, stillDo }) : ''
  const key = `${attempt.exam}:${attempt.takenOn}`
  const shown = usesDraft && draft !== '' ? draft : passage
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Panel
        id="choices"
        title={`About ${EXAM_LABELS[attempt.exam]} on ${formatDate(attempt.takenOn)}`}
        lead="Choose what is true; only that, and what you recorded since, goes into the draft."
      >
        {candidates.length > 1 && (
          <p className="mb-4 flex flex-wrap gap-x-4 text-mute">
            Or about:
            {candidates
              .filter(({ id }) => id !== attempt.id)
              .map(({ id, exam, takenOn }) => (
                <a key={id} href={`${PAGE}?attempt=${id}`}>
                  {EXAM_LABELS[exam]}, {formatDate(takenOn)}
                </a>
              ))}
          </p>
        )}
        <ActionForm
          id="draft-choices"
          action={saveDraftChoicesAction}
          aria-label="What the draft is made from"
        >
          <input type="hidden" name="attempt" value={key} />
          <CheckboxGroupField
            name="insights"
            legend="What you understood"
            note="one or two"
            layout="column"
            defaultValues={insights}
            choices={INSIGHTS.map((value) => ({ value, label: INSIGHT_LABELS[value] }))}
          />
          <CheckboxGroupField
            name="changes"
            legend="What you did differently"
            defaultValues={changes}
            choices={CHANGES.map((value) => ({ value, label: CHANGE_LABELS[value] }))}
          />
          <TextField
            name="stillDo"
            label="What you still do because of it"
            note="one sentence, optional"
            hint="For example: I still begin each rotation with a written study plan."
            defaultValue={stillDo}
          />
          <SubmitButton kind="secondary">Make a draft</SubmitButton>
        </ActionForm>
      </Panel>
      <Panel id="passage" title="The passage">
        {draft !== '' && (
          <div className="mb-5">
            <h3 className="font-medium">A draft from your choices</h3>
            <p className="mt-1 max-w-prose rounded-lg bg-sunken p-4">{draft}</p>
          </div>
        )}
        <PassageEditor
          attemptKey={key}
          exam={attempt.exam}
          stored={{ text: passage, stamp: version }}
          shown={shown}
          reading={readText(shown, { isAboutExam: true })}
          dismissals={dismissals}
          zone={zone}
          draft={draft}
          draftHref={`${PAGE}?attempt=${attempt.id}&use=draft#passage`}
          owner={owner}
        />
        <div className="mt-5 max-w-prose text-mute">
          <p>
            Once it stands in your application, say so in <a href="/profile#explanation">your profile</a>: the
            fit then counts the explanation as given.
          </p>
          <Cited criteria={['B6', 'E3', 'E4']} />
        </div>
      </Panel>
    </div>
  )
}
