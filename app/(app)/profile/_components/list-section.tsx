import Link from 'next/link'
import type { ReactNode } from 'react'
import type { FormAction } from '@/app/_server/action'
import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ProfileList, Recorded } from '@/db/queries/profile'
import { NOT_SAID, SECTION_LABELS } from '@/lib/profile/words'
import { type SectionFrame, SectionPanel } from './section-panel'

/**
 * A section that is a list. Empty, it asks whether there is none or whether that is not said; an entry is added in a
 * form behind one line and changed or removed on a page of its own.
 */
export function ListSection({
  list,
  lead,
  entries,
  recorded,
  recordedAction,
  none,
  addAction,
  addLabel,
  formId,
  frame,
  fields,
  children,
}: {
  list: ProfileList
  lead: ReactNode
  entries: readonly { id: string; title: string; detail: string }[]
  recorded: Recorded
  recordedAction: FormAction
  /** "I have none", in the words of this list. */
  none: string
  addAction: FormAction
  /** "Add a stay": what the line and its button say. */
  addLabel: string
  formId: string
  frame: SectionFrame
  fields: ReactNode
  /** A rule that belongs to the list, with its source. */
  children?: ReactNode
}) {
  return (
    <SectionPanel section={list} lead={lead} frame={frame}>
      <div className="space-y-5">
        {entries.length > 0 ? (
          <ul className="divide-y divide-line border-y border-line">
            {entries.map((entry) => (
              <li key={entry.id} className="flex items-baseline gap-4 py-2.5">
                <p className="min-w-0 flex-1">
                  <span className="font-medium break-words">{entry.title}</span>
                  <span className="block text-mute">{entry.detail}</span>
                </p>
                <Link
                  href={`/profile/${list}/${entry.id}`}
                  prefetch={false}
                  className="inline-flex min-h-8 items-center text-accent underline underline-offset-3 hover:text-accent-strong pointer-coarse:min-h-11 flex-none"
                >
                  Edit<span className="sr-only"> {entry.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <ActionForm
            id={`none-${list}`}
            action={recordedAction}
            className="space-y-4"
            aria-label={`${SECTION_LABELS[list]}: none or not said`}
          >
            <div className="flex flex-wrap items-end gap-x-3 gap-y-3">
              <RadioGroupField
                name="recorded"
                legend={<span className="sr-only">{SECTION_LABELS[list]}</span>}
                defaultValue={recorded === 'none' ? 'none' : ''}
                choices={[
                  { value: '', label: NOT_SAID, isUnknown: true },
                  { value: 'none', label: none },
                ]}
              />
              <SubmitButton kind="secondary" aria-label={`Save: ${SECTION_LABELS[list]}`}>
                Save
              </SubmitButton>
            </div>
          </ActionForm>
        )}
        <ActionForm id={`add-${list}`} action={addAction} className="max-w-2xl" aria-label={addLabel}>
          <FormDisclosure summary={addLabel}>
            <input type="hidden" name="formId" value={formId} />
            {fields}
            <SubmitButton>{addLabel}</SubmitButton>
          </FormDisclosure>
        </ActionForm>
        {children && <div className="max-w-prose text-sm text-mute">{children}</div>}
      </div>
    </SectionPanel>
  )
}
