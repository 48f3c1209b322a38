import { memo } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import { PLAN_FIELDS, type PlanText } from '@/lib/timing/plan-fields'
import { keepTimingPlanAction } from '../actions'
import { KEEP_FORM } from './date-fields'

/** Keeps what is shown with the season. It stands apart from the fields, whose form only draws. */
export function KeepForm({
  text,
  kept,
  isKept,
  version,
  year,
}: {
  text: PlanText
  kept: string | null
  isKept: boolean
  version: number
  year: number
}) {
  return (
    <ActionForm
      id={KEEP_FORM}
      action={keepTimingPlanAction}
      className="mt-4 space-y-3"
      aria-label="Keep these dates"
    >
      <Hidden name="version" value={version} />
      {PLAN_FIELDS.map((field) => (
        <Hidden key={field} name={field} value={text[field]} />
      ))}
      {kept && (
        <OnConflict>
          <p>{kept}</p>
        </OnConflict>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton kind={isKept ? 'secondary' : 'primary'}>Keep these dates</SubmitButton>
        <p className="text-sm text-mute">
          {isKept
            ? `Kept for season ${year}.`
            : kept
              ? 'Not kept yet: the address holds what you try.'
              : 'Examples until you keep your own: the address holds what you try.'}
          {!isKept && kept && (
            <>
              {' '}
              <a href="/exams/timing">Back to what is kept</a>
            </>
          )}
        </p>
      </div>
      <p className="text-sm text-mute">
        Registered for a day? <a href="/exams?add=step2ck#step2ck">Enter it as a planned sitting</a>, so that
        home, readiness and reminders count with it.
      </p>
    </ActionForm>
  )
}

/** Each apart, so that a date that moves sets one of them and not all. */
const Hidden = memo(function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
})
