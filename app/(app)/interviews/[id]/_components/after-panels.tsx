import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { OnConflict } from '@/app/_ui/on-conflict'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { CRITERIA, CRITERION_WORDS, MARK_WORDS, MARKS } from '@/lib/interviews/impression'
import type { InterviewDetail } from '@/lib/interviews/interview'
import { saveImpressionsAction, setThankYouAction } from '../../actions'

const MARK_OPTIONS = [
  { value: '', label: 'No mark' },
  ...MARKS.map((mark) => ({ value: String(mark), label: `${mark}: ${MARK_WORDS[mark]}` })),
]

/** How each criterion looked, best on the same day. The rank list's marks begin from here. */
export function ImpressionsPanel({ interview, seen }: { interview: InterviewDetail; seen: string }) {
  return (
    <Panel
      id="impressions"
      title="How it was"
      lead={
        interview.impressionsOn
          ? `Noted on ${formatDate(interview.impressionsOn)}. Your rank list begins from these marks.`
          : 'On the same day, before the next one paints over it. What you cannot judge stays without a mark.'
      }
    >
      <ActionForm action={saveImpressionsAction} id="impressions-form" className="space-y-5">
        <input type="hidden" name="id" value={interview.id} />
        <input type="hidden" name="seen" value={seen} />
        <OnConflict>
          <p>Reload the page in a new window to see what the other one saved.</p>
        </OnConflict>
        {CRITERIA.map((criterion) => {
          const noted = interview.impressions.find((one) => one.criterion === criterion)
          const { label, hint } = CRITERION_WORDS[criterion]
          return (
            <fieldset key={criterion} className="grid gap-x-4 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <legend className="mb-1 font-medium">
                {label} <span className="ml-1 text-sm font-normal text-mute">{hint}</span>
              </legend>
              <SelectField
                name={`mark_${criterion}`}
                label={<span className="text-sm font-normal">Mark</span>}
                width="full"
                defaultValue={noted?.mark ?? ''}
                options={MARK_OPTIONS}
              />
              <TextField
                name={`note_${criterion}`}
                label={<span className="text-sm font-normal">What you saw</span>}
                maxLength={2000}
                defaultValue={noted?.note}
              />
            </fieldset>
          )
        })}
        <TextAreaField
          name="note"
          label="Anything else, in your own words"
          rows={4}
          maxLength={20_000}
          defaultValue={interview.impressionNote}
        />
        <SubmitButton>Keep the impressions</SubmitButton>
      </ActionForm>
    </Panel>
  )
}

export function ThanksPanel({ interview, today }: { interview: InterviewDetail; today: CalendarDate }) {
  if (interview.thanksContactId !== null) {
    return (
      <Panel id="thanks" title="Thank-you note" lead={thanksLead(interview)}>
        <LinkButton href={`/contacts/${interview.thanksContactId}`}>Open it in your contacts</LinkButton>
      </Panel>
    )
  }
  return (
    <Panel
      id="thanks"
      title="Thank-you note"
      lead={thanksLead(interview)}
      actions={
        interview.thankYou === 'open' && (
          <LinkButton href={`/contacts/new?entry=${interview.entryId}&kind=thank_you`} isSmall>
            Begin from a draft
          </LinkButton>
        )
      }
    >
      <ActionForm action={setThankYouAction} id="thanks-form" className="space-y-4">
        <input type="hidden" name="id" value={interview.id} />
        <RadioGroupField
          name="state"
          legend="Where it stands"
          layout="column"
          defaultValue={interview.thankYou}
          choices={[
            { value: 'open', label: 'To be written' },
            { value: 'sent', label: 'Sent' },
            {
              value: 'not_wanted',
              label: 'The program wants none',
              hint: 'Many say so on the day. Then none is sent.',
            },
          ]}
        />
        <TextField
          name="on"
          type="date"
          label="Sent on"
          note="if sent"
          width="medium"
          defaultValue={interview.thankYouOn ?? today}
          max={today}
        />
        <SubmitButton kind="secondary">Save</SubmitButton>
      </ActionForm>
    </Panel>
  )
}

function thanksLead({ thankYou, thankYouOn }: InterviewDetail): string {
  if (thankYou === 'sent' && thankYouOn) return `Sent on ${formatDate(thankYouOn)}.`
  if (thankYou === 'not_wanted') return 'The program wants none: nothing to do.'
  return 'Two or three sentences the next day, with one thing that was said. Nothing about how you will rank, and no question that needs an answer.'
}
