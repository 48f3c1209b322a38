import { memo } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { fieldId } from '@/app/_ui/form-context'
import {
  PLAN_SLOT_LABELS,
  PLAN_SLOTS,
  type PlanField,
  type PlanProblem,
  type PlanText,
} from '@/lib/timing/plan-fields'
import type { ReportModel } from '@/lib/timing/simulate-model'

/** The form that keeps the plan; its messages link to the fields here, which carry its ids. */
export const KEEP_FORM = 'keep'

/** The plan as a form that sends itself in the address; with script each change is drawn as it is typed. */
export const DateFields = memo(function DateFields({
  text,
  problems,
  nextYear,
  periods,
  model,
  onChange,
}: {
  text: PlanText
  problems: readonly PlanProblem[]
  nextYear: number
  /** Which registration holds all of the dates; null for fewer than two. */
  periods: string | null
  /** The report's days while nobody changes them, and what they rest on. */
  model: ReportModel & { note: string }
  onChange: (field: PlanField, value: string) => void
}) {
  const field = (name: PlanField, label: string, more: FieldLook = {}) => (
    <Field
      name={name}
      label={label}
      value={text[name]}
      problem={problems.find((problem) => problem.field === name)?.text ?? null}
      onChange={onChange}
      {...more}
    />
  )
  const isModelChanged = [text.soonest, text.usual, text.share, text.latest].some((value) => value !== '')
  return (
    <form method="get" className="mt-4 space-y-4" aria-label="Dates to weigh" noValidate>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
        {PLAN_SLOTS.map((slot) => (
          <div key={slot}>
            {field(
              slot,
              slot === 'next' ? `${PLAN_SLOT_LABELS[slot]}, ${nextYear}` : PLAN_SLOT_LABELS[slot],
              {
                type: 'date',
              },
            )}
          </div>
        ))}
        <div>{field('target', 'Target score', { inputMode: 'numeric' })}</div>
      </div>
      <details open={isModelChanged || undefined}>
        <summary className="inline-flex min-h-9 items-center font-medium text-accent">
          How long the report takes
        </summary>
        <p className="max-w-prose text-sm text-mute">{model.note}</p>
        <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
          {field('soonest', 'Earliest, days', days(model.soonest))}
          {field('usual', 'Usual, days', days(model.usual))}
          {field('share', 'Out by the usual day, %', days(model.usualShare * 100))}
          {field('latest', 'Latest, days', days(model.latest))}
        </div>
      </details>
      <details open={text.from !== '' || text.until !== '' || undefined}>
        <summary className="inline-flex min-h-9 items-center font-medium text-accent">
          Your eligibility period
        </summary>
        <p className="max-w-prose text-sm text-mute">
          The three months on your scheduling permit. Leave the last day empty to have it counted. {periods}
        </p>
        <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
          {field('from', 'First day', { type: 'date' })}
          {field('until', 'Last day', { type: 'date' })}
        </div>
      </details>
      <noscript>
        <button type="submit" className={buttonLook('secondary', false)}>
          Show these dates
        </button>
      </noscript>
    </form>
  )
})

type FieldLook = { type?: 'date' | 'text'; inputMode?: 'numeric'; placeholder?: string }

function days(usual: number): FieldLook {
  return { inputMode: 'numeric', placeholder: String(usual) }
}

const Field = memo(function Field({
  name,
  label,
  value,
  problem,
  onChange,
  type = 'text',
  ...look
}: FieldLook & {
  name: PlanField
  label: string
  value: string
  problem: string | null
  onChange: (field: PlanField, value: string) => void
}) {
  const id = fieldId(KEEP_FORM, name)
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        value={value}
        maxLength={type === 'text' ? 3 : undefined}
        autoComplete="off"
        className="control mt-1"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(name, event.target.value)}
        {...look}
      />
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  )
})
