import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Verdict } from '@/app/_ui/verdict'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { MATCH_RESULTS } from '@/lib/season/match-result'
import type { SoapEligibility } from '@/lib/soap/desk'
import type { SoapRecord } from '@/lib/soap/record'
import type { KnownStanding } from '@/lib/soap/standing'
import { answerSourceWords, ELIGIBILITY_WORDS, REASON_WORDS, RESULT_WORDS } from '@/lib/soap/words'
import { saveMatchResultAction, saveSoapAnswersAction } from '../actions'

export type ProgramOption = { value: string; label: string }

/** Whether SOAP is open to the person, why, and the questions that decide it. */
export function WhoPanel({
  eligibility,
  known,
  record,
  mayHaveResult,
  programs,
  resultDay,
}: {
  eligibility: SoapEligibility
  known: KnownStanding
  record: SoapRecord
  mayHaveResult: boolean
  programs: readonly ProgramOption[]
  /** The day to begin with in the result's form. */
  resultDay: CalendarDate
}) {
  const words = ELIGIBILITY_WORDS[eligibility.state]
  const yesNo = (
    name: string,
    legend: string,
    value: boolean | null,
    from: KnownStanding['from']['result'],
  ) => (
    <RadioGroupField
      name={name}
      legend={legend}
      note={answerSourceWords(from)}
      defaultValue={value === null ? 'unknown' : value ? 'yes' : 'no'}
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'unknown', label: 'Not known yet', isUnknown: true },
      ]}
    />
  )
  return (
    <Panel id="who" title="Who may take part">
      <Verdict tone={words.tone} word={words.word} title={words.title}>
        <ul className="list-disc space-y-1 pl-5">
          {eligibility.reasons.map((reason) => (
            <li key={reason}>{REASON_WORDS[reason]}</li>
          ))}
        </ul>
        <p className="mt-2 text-sm">
          Registered with NRMP, confirmed by ECFMG by the rank list deadline, and without a match or with a
          part of one (NRMP, SOAP). A certificate alone does not say so: NRMP goes by what ECFMG told it.
        </p>
      </Verdict>
      <div className="mt-5 space-y-6">
        <ActionForm action={saveSoapAnswersAction} id="soap-answers" className="max-w-2xl space-y-4">
          {yesNo(
            'isRegistered',
            'Registered with NRMP for this Match',
            known.standing.isRegistered,
            known.from.isRegistered,
          )}
          {yesNo(
            'isVerified',
            'Confirmed to NRMP by ECFMG by the rank list deadline',
            known.standing.isVerified,
            known.from.isVerified,
          )}
          <SubmitButton kind="secondary">Save answers</SubmitButton>
        </ActionForm>
        {mayHaveResult ? (
          <ActionForm action={saveMatchResultAction} id="match-result" className="max-w-2xl space-y-4">
            <FormDisclosure summary="The result of the Match" isOpen={known.standing.result === null}>
              <RadioGroupField
                name="result"
                legend="What NRMP said"
                note={answerSourceWords(known.from.result)}
                layout="column"
                defaultValue={record.result ?? known.standing.result ?? 'unknown'}
                choices={[
                  ...MATCH_RESULTS.map((result) => ({ value: result, ...RESULT_WORDS[result] })),
                  { value: 'unknown', label: 'Not known yet', isUnknown: true },
                ]}
              />
              <TextField
                name="on"
                type="date"
                label="On which day"
                defaultValue={record.resultOn ?? resultDay}
                width="medium"
              />
              {programs.length > 0 && (
                <SelectField
                  name="matchedEntryId"
                  label="Where, if you matched and know it"
                  width="full"
                  options={[{ value: '', label: 'Not known yet' }, ...programs]}
                />
              )}
              <p className="max-w-prose text-sm text-mute">
                Programs that stand as ranked on your list take the result into their history.
              </p>
              <SubmitButton kind="secondary">Save result</SubmitButton>
            </FormDisclosure>
          </ActionForm>
        ) : (
          <p className="text-sm text-mute">The result is asked for once Match Week has begun.</p>
        )}
      </div>
    </Panel>
  )
}
