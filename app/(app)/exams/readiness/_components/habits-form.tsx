import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Evidence } from '@/lib/readiness/evidence'
import { HABIT_LABELS, HABIT_REASONS, STUDY_HABITS, type StudyHabit } from '@/lib/readiness/habits'
import { saveHabitsAction } from '../actions'

/** Habits only the person can speak of (C10, C13, C14): ticked where they keep to them. */
export function HabitsForm({
  habits,
  evidence,
}: {
  habits: readonly StudyHabit[] | null
  evidence: readonly Evidence[]
}) {
  const criteriaOf = (habit: StudyHabit) =>
    evidence.find(({ key }) => key === `habit_${habit}`)?.criteria.join(', ') ?? ''
  return (
    <ActionForm
      id="habits"
      action={saveHabitsAction}
      className="max-w-3xl space-y-4"
      aria-label="Study habits"
    >
      <CheckboxGroupField
        name="habits"
        legend="Habits that you keep to"
        hint={
          habits === null
            ? 'Not said yet. Tick what holds; the verdict does not wait for any of them.'
            : `${habits.length} of ${STUDY_HABITS.length} ticked. The verdict does not wait for the others.`
        }
        layout="column"
        defaultValues={habits ?? []}
        choices={STUDY_HABITS.map((habit) => ({
          value: habit,
          label: HABIT_LABELS[habit],
          hint: `${HABIT_REASONS[habit]} (${criteriaOf(habit)})`,
        }))}
      />
      <SubmitButton kind="secondary">Save habits</SubmitButton>
    </ActionForm>
  )
}
