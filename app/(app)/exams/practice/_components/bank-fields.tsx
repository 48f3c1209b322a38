import { RadioGroupField } from '@/app/_ui/choice-field'
import { SelectField, TextField } from '@/app/_ui/field'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_EXAMS, type PracticeExam } from '@/lib/exams/practice'
import { BANK_MODES, type BankSnapshot, QUESTION_BANKS } from '@/lib/exams/practice-detail'
import { BANK_MODE_LABELS, QUESTION_BANK_LABELS } from '@/lib/exams/practice-detail-words'

/** Every field of a question-bank snapshot; `snapshot` fills them for an edit. */
export function BankFields({
  snapshot,
  assumedExam,
}: {
  snapshot?: BankSnapshot
  assumedExam?: PracticeExam
}) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="bank"
          label="Question bank"
          width="full"
          defaultValue={snapshot?.bank ?? 'uworld'}
          options={QUESTION_BANKS.map((bank) => ({ value: bank, label: QUESTION_BANK_LABELS[bank] }))}
        />
        <SelectField
          name="exam"
          label="Practised for"
          width="full"
          defaultValue={snapshot?.exam ?? assumedExam}
          options={PRACTICE_EXAMS.map((exam) => ({ value: exam, label: EXAM_LABELS[exam] }))}
        />
        <TextField name="takenOn" type="date" label="Day" defaultValue={snapshot?.takenOn} />
        <TextField
          name="coveredPercent"
          label="Bank covered"
          inputMode="decimal"
          width="narrow"
          suffix="%"
          defaultValue={snapshot?.coveredPercent}
        />
        <TextField
          name="correctPercent"
          label="Right"
          note="in the blocks since the last snapshot"
          inputMode="decimal"
          width="narrow"
          suffix="%"
          defaultValue={snapshot?.correctPercent}
        />
        <TextField
          name="questions"
          label="Questions in those blocks"
          note="optional"
          inputMode="numeric"
          width="narrow"
          defaultValue={snapshot?.questions}
        />
      </div>
      <RadioGroupField
        name="mode"
        legend="How they were done"
        hint="For Step 2 CK only timed and mixed blocks count towards 60 to 70 per cent (C9)."
        defaultValue={snapshot?.mode ?? ''}
        choices={[
          { value: '', label: 'Not said', isUnknown: true },
          ...BANK_MODES.map((mode) => ({ value: mode, label: BANK_MODE_LABELS[mode] })),
        ]}
      />
    </>
  )
}
