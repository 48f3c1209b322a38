import Link from 'next/link'
import type { ReactNode } from 'react'
import type { FormAction } from '@/app/_server/action'
import { ActionForm } from '@/app/_ui/action-form'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { ProfileList, Recorded } from '@/db/queries/profile'
import { NOT_SAID, SECTION_LABELS } from '@/lib/profile/words'
import { type SectionFrame, SectionPanel } from './section-panel'

/** A longer list is folded, so that the page stays one to be read through. */
const AT_ONCE = 6

type Entry = { id: string; title: string; detail: string }

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
  entries: readonly Entry[]
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
          <>
            <Entries list={list} entries={entries.slice(0, AT_ONCE)} />
            {entries.length > AT_ONCE && (
              <Disclosure summary={`${entries.length - AT_ONCE} more`}>
                <Entries list={list} entries={entries.slice(AT_ONCE)} />
              </Disclosure>
            )}
          </>
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

function Entries({ list, entries }: { list: ProfileList; entries: readonly Entry[] }) {
  return (
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
            className="inline-flex min-h-8 flex-none items-center text-accent underline underline-offset-3 hover:text-accent-strong pointer-coarse:min-h-11"
          >
            Edit<span className="sr-only"> {entry.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
