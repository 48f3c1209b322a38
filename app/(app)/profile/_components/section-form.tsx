import type { ReactNode } from 'react'
import type { FormAction } from '@/app/_server/action'
import { ActionForm } from '@/app/_ui/action-form'
import { DescriptionList } from '@/app/_ui/description-list'
import { OnConflict } from '@/app/_ui/on-conflict'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ProfileSection } from '@/db/queries/profile'
import { SECTION_LABELS } from '@/lib/profile/words'
import type { StoredAnswer } from './section-words'

/** One section as a form of its own, with the stamp of what it was made from and what to show when that is overtaken. */
export function SectionForm({
  section,
  action,
  seen,
  stored,
  children,
}: {
  section: ProfileSection
  action: FormAction
  seen: string
  stored: readonly StoredAnswer[]
  children: ReactNode
}) {
  const name = SECTION_LABELS[section]
  return (
    <ActionForm id={`form-${section}`} action={action} aria-label={name}>
      <input type="hidden" name="seen" value={seen} />
      <OnConflict>
        <DescriptionList items={[...stored]} />
      </OnConflict>
      {children}
      <SubmitButton aria-label={`Save: ${name}`}>Save</SubmitButton>
    </ActionForm>
  )
}
