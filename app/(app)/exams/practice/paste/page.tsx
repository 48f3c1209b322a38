import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { viewerZone } from '@/app/_server/zone'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { TextAreaField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withOwnScope } from '@/db/access'
import { listPracticeResults } from '@/db/queries/practice-results'
import { today as todayIn } from '@/lib/dates/instant'
import { now } from '@/lib/io/clock'
import { pastePracticeAction } from '../actions'
import { PastePreview } from './_components/paste-preview'

export const metadata: Metadata = { title: 'Paste practice results' }

export default async function PastePage() {
  const viewer = await getViewer()
  const today = todayIn(now().toISOString(), await viewerZone(viewer))
  const log = viewer ? await withOwnScope(viewer, listPracticeResults) : []
  const assumedExam = log[0]?.exam ?? 'step2ck'
  return (
    <>
      <PageHeader
        above={<BackLink href="/exams/practice">Practice</BackLink>}
        title="Paste from a sheet"
        lead="Copy the rows with their header from Excel, Numbers or Google Sheets. You see how each row is read before anything is saved."
      />
      <Panel>
        <ActionForm id="paste" action={pastePracticeAction} className="space-y-5" aria-label="Paste results">
          <input type="hidden" name="formId" value={crypto.randomUUID()} />
          <input type="hidden" name="assumedExam" value={assumedExam} />
          <TextAreaField
            name="rows"
            label="Rows"
            rows={8}
            hint="Columns in any order: test, form, exam, date, score, percent, timed, mixed, weak areas, note. Without a header each row is read as one line, as in the quick entry."
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="step" value="check" kind="secondary" pendingLabel="Reading…">
              Check the rows
            </SubmitButton>
            <LinkButton href="/exams/practice" kind="quiet">
              Cancel
            </LinkButton>
          </div>
          <PastePreview
            today={today}
            assumedExam={assumedExam}
            log={log.map(({ exam, kind, form, takenOn, score, percent, isTimed }) => ({
              exam,
              kind,
              form,
              takenOn,
              score,
              percent,
              isTimed,
            }))}
          />
        </ActionForm>
      </Panel>
    </>
  )
}
