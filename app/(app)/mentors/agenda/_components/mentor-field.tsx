import { SelectField } from '@/app/_ui/field'
import type { NotePartner } from '@/db/queries/notes'

/** For whom a question is: one of the mentors who are let in, or nobody yet. */
export function MentorField({
  mentors,
  mentorId,
}: {
  mentors: readonly NotePartner[]
  mentorId: string | null
}) {
  if (mentors.length === 0) return <input type="hidden" name="mentorId" value={mentorId ?? ''} />
  return (
    <SelectField
      name="mentorId"
      label="For"
      defaultValue={mentorId ?? ''}
      options={[
        ...mentors.map(({ mentorId: value, name }) => ({ value, label: name })),
        { value: '', label: 'Nobody yet: only I see it' },
      ]}
    />
  )
}
