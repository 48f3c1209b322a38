import { SelectField, TextField } from '@/app/_ui/field'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { type Exam, type ExamAttempt, OET_PARTS, OUTCOMES } from '@/lib/exams/attempt'
import { OET_PART_LABELS, OUTCOME_LABELS } from '@/lib/exams/attempt-words'
import { passingStandardOn, STEP1_PASS_FAIL_FROM } from '@/lib/facts/exam-standards'
import { oetMinimumOn } from '@/lib/facts/oet-minimums'

/** The fields of one attempt at a given exam: a score only where the exam has one, the four parts only for OET. */
export function AttemptFields({
  exam,
  today,
  attempt,
}: {
  exam: Exam
  today: CalendarDate
  attempt?: ExamAttempt
}) {
  return (
    <>
      <input type="hidden" name="exam" value={exam} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="takenOn" type="date" label="Day of the exam" defaultValue={attempt?.takenOn} />
        <SelectField
          name="outcome"
          label="What came of it"
          width="full"
          defaultValue={attempt?.outcome}
          options={[
            { value: '', label: 'Choose' },
            ...OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_LABELS[outcome] })),
          ]}
        />
      </div>
      {exam === 'oet' ? (
        <fieldset className="space-y-2">
          <legend className="font-medium">
            Part scores <span className="ml-2 text-sm font-normal text-mute">once the result is out</span>
          </legend>
          <p className="text-sm text-mute">{oetHint(today)}</p>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            {OET_PARTS.map((part) => (
              <TextField
                key={part}
                name={part}
                label={OET_PART_LABELS[part]}
                inputMode="numeric"
                defaultValue={attempt?.oet?.[part]}
              />
            ))}
          </div>
        </fieldset>
      ) : (
        <TextField
          name="score"
          label="Score"
          note="three digits, once the result is out"
          hint={scoreHint(exam, today)}
          inputMode="numeric"
          width="narrow"
          defaultValue={attempt?.score}
        />
      )}
    </>
  )
}

function scoreHint(exam: Exclude<Exam, 'oet'>, today: CalendarDate): string {
  if (exam === 'step1') {
    return `Only for an exam day before ${formatDate(STEP1_PASS_FAIL_FROM.value)}. Since then Step 1 has no number, and leaving this empty takes nothing away.`
  }
  const standard = passingStandardOn(exam, today)
  if (!standard) return 'As the report prints it.'
  const since = standard.from ? `, since ${formatDate(standard.from)}` : ''
  return `As the report prints it. ${standard.value} or more is a pass${since}; earlier days had other standards.`
}

function oetHint(today: CalendarDate): string {
  const least = oetMinimumOn(today)?.value
  if (!least) return 'As the report prints them.'
  return `As the report prints them. ECFMG asks for ${least.listening} in listening, ${least.reading} in reading, ${least.speaking} in speaking and ${least.writing} in writing, in one sitting.`
}
