import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { Verdict } from '@/app/_ui/verdict'
import { brakeFor } from '@/lib/contacts/brake'
import { brakeWords } from '@/lib/contacts/words'
import { formatDate } from '@/lib/dates/format'
import { evaluateFit } from '@/lib/fit/evaluate'
import { STANDING_WORDS, standingSentence } from '@/lib/fit/words'
import { FACT_FIELDS } from '@/lib/programs/fact'
import { factWords, valueWords } from '@/lib/programs/fact-words'
import { pathwayName } from '@/lib/programs/pathway-words'
import { grounds } from '@/lib/strategy/grounds'
import { type OpenQuestion, programQuestions } from '@/lib/strategy/open-questions'
import {
  answersWords,
  coordinatorMessage,
  questionReason,
  questionText,
  SPARING_WORDS,
} from '@/lib/strategy/question-words'
import { GroundsNote } from '../../_components/grounds-note'
import { recordAnswerAction, withdrawAnswerAction } from '../actions'

export const metadata: Metadata = { title: 'What to ask' }

const DONE: Readonly<Record<string, string>> = {
  recorded: 'The answer is kept. It counts in your own ledger from now on.',
  withdrawn: 'The answer is withdrawn. What the catalogue says counts again.',
}

export default async function ProgramQuestionsPage({
  params,
  searchParams,
}: PageProps<'/strategy/questions/[programId]'>) {
  const [{ programId }, { done }] = await Promise.all([params, searchParams])
  const { setting, listed } = await readStrategyBasis()
  const found = listed.find(({ program }) => program.id === programId)
  if (!found) notFound()
  const { program, entry } = found
  const asked = programQuestions({ ...setting, ...found })
  const ledger = evaluateFit({ ...setting, program, appliedOn: found.appliedOn })
  const message = coordinatorMessage(asked, program, setting.applicant, setting.season.year)
  // Of the brake only what holds for everybody; the page for writing knows what was written before.
  const soap = brakeFor({
    contacts: [],
    programId,
    kind: 'question',
    thankYouPolicy: null,
    season: setting.season,
    today: setting.today,
  }).reasons.find(({ code }) => code === 'soap')
  const told = program.facts.filter((fact) => fact.origin === 'told')
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/strategy/questions">What to ask</BackLink>}
        title={program.sponsor}
        lead={pathwayName(program.pathway)}
      />
      <div className="space-y-5">
        <Panel>
          <Verdict tone={STANDING_WORDS[ledger.standing].tone} title={standingSentence(ledger)}>
            <a href={`/list/${entry.id}`}>The whole reading</a>
          </Verdict>
        </Panel>
        {told.length > 0 && (
          <Panel
            id="told"
            title="What it told you"
            lead="Yours alone. It wins over the catalogue in your ledger."
          >
            <ul className="divide-y divide-line">
              {told.map((fact) => (
                <li
                  key={fact.id}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
                >
                  <span className="min-w-0 flex-1">
                    {factWords(fact)}
                    <span className="block text-sm text-mute">
                      {fact.source.title}
                      {fact.note && `: ${fact.note}`}
                    </span>
                  </span>
                  <ActionForm
                    action={withdrawAnswerAction}
                    className=""
                    aria-label={`Withdraw: ${factWords(fact)}`}
                  >
                    <input type="hidden" name="factId" value={fact.id} />
                    <SubmitButton kind="quiet" isSmall>
                      Withdraw
                    </SubmitButton>
                  </ActionForm>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel
          id="questions"
          title={asked.questions.length > 0 ? 'Open questions' : 'Nothing is left to ask here'}
        >
          <ol className="divide-y divide-line">
            {asked.questions.map((question) => (
              <li key={question.field} className="py-4 first:pt-0 last:pb-0">
                <p className="max-w-prose font-medium">{questionText(question)}</p>
                <p className="max-w-prose text-mute">
                  {questionReason(question)} What each answer would make of it: {answersWords(question)}.
                </p>
                <GroundsNote grounds={grounds(question.criteria)} />
                <AnswerForm question={question} programId={programId} today={setting.today} />
              </li>
            ))}
          </ol>
        </Panel>
        {message && soap && (
          <Notice word="Drafting is off" kind="warn">
            {brakeWords(soap)}
          </Notice>
        )}
        {message && !soap && (
          <Panel
            id="message"
            title="A short message"
            lead={SPARING_WORDS}
            actions={
              <LinkButton href={`/contacts/new?entry=${entry.id}&kind=question`} isSmall>
                Write and log it
              </LinkButton>
            }
          >
            <p className="font-medium">{message.subject}</p>
            <p className="mt-2 max-w-prose whitespace-pre-wrap rounded-lg bg-sunken p-4">{message.body}</p>
            <p className="mt-2 max-w-prose text-sm text-mute">
              Only what your profile says is in it. Fill in what stands in brackets before you send it; Locus
              sends nothing. Drafted on {formatDate(setting.today)}.
            </p>
          </Panel>
        )}
      </div>
    </>
  )
}

function AnswerForm({
  question,
  programId,
  today,
}: {
  question: OpenQuestion
  programId: string
  today: string
}) {
  const spec = FACT_FIELDS[question.field]
  return (
    <ActionForm action={recordAnswerAction} id={`answer-${question.field}`} className="max-w-md space-y-4">
      <input type="hidden" name="formId" value={crypto.randomUUID()} />
      <input type="hidden" name="programId" value={programId} />
      <input type="hidden" name="field" value={question.field} />
      <FormDisclosure summary="Record the answer">
        {spec.kind === 'choice' ? (
          <SelectField
            name="value"
            label="The program said"
            options={[
              { value: '', label: 'Choose' },
              ...spec.options.map((value) => ({ value, label: valueWords(question.field, value) })),
            ]}
          />
        ) : (
          <TextField
            name="value"
            label="The program said"
            inputMode="numeric"
            width="narrow"
            hint="A whole number."
          />
        )}
        <TextField
          name="statedOn"
          type="date"
          label="Day of the reply"
          width="medium"
          defaultValue={today}
          max={today}
        />
        <TextField name="note" label="In its own words" note="optional" maxLength={1000} />
        <SubmitButton isSmall>Keep the answer</SubmitButton>
      </FormDisclosure>
    </ActionForm>
  )
}
