import type { ReactNode } from 'react'
import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { ToastLine } from '@/app/_ui/toast-line'
import type { SectionState } from '@/lib/profile/completeness'
import type { ProfileWarning } from '@/lib/profile/profile-rules'
import { type ProfileSectionKey, SECTION_LABELS } from '@/lib/profile/words'

/** What every section of the page knows of the whole: how far it is, what was just done, what deserves a second look. */
export type SectionFrame = {
  states: Readonly<Record<ProfileSectionKey, SectionState>>
  warnings: readonly ProfileWarning[]
  done: string | undefined
}

const DONE: Readonly<Record<string, string>> = {
  '': 'Saved.',
  added: 'Added.',
  saved: 'The entry is changed.',
  removed: 'The entry is removed.',
}

export function SectionPanel({
  section,
  lead,
  frame,
  children,
}: {
  section: ProfileSectionKey
  lead: ReactNode
  frame: SectionFrame
  children: ReactNode
}) {
  const [doneSection, what = ''] = frame.done?.split('-') ?? []
  const message = doneSection === section ? DONE[what] : undefined
  return (
    <Panel
      id={section}
      title={SECTION_LABELS[section]}
      lead={lead}
      actions={<SectionStateChip state={frame.states[section]} />}
    >
      {message && <ToastLine message={message} />}
      {frame.warnings
        .filter((warning) => warning.section === section)
        .map((warning) => (
          <div key={warning.code} className="mb-5">
            <Notice kind="warn">{warning.message}</Notice>
          </div>
        ))}
      {children}
    </Panel>
  )
}

export function SectionStateChip({ state }: { state: SectionState }) {
  switch (state) {
    case 'said':
      return <StatusChip tone="good">Said</StatusChip>
    case 'partial':
      return <StatusChip tone="unknown">In part</StatusChip>
    case 'unknown':
      return <StatusChip tone="unknown">Not said</StatusChip>
    case 'not_asked':
      return <StatusChip tone="neutral">Not asked</StatusChip>
  }
}
