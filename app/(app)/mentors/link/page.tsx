import type { Metadata } from 'next'
import { requireViewer } from '@/app/_server/auth'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { SelectField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { LINK_DAYS } from '@/lib/mentors/grant'
import { GROUPS } from '@/lib/mentors/groups'
import { GROUP_WORDS, linkGroupLabel } from '@/lib/mentors/words'
import { NameFields, OpeningPage } from '../_components/opening-page'
import { addLinkAction } from '../actions'

export const metadata: Metadata = { title: 'Make a link for reading' }

export default async function NewLinkPage() {
  const viewer = await requireViewer('/mentors/link')
  return (
    <OpeningPage
      viewer={viewer}
      here="/mentors/link"
      title="Make a link for reading"
      lead="For one look without an account. It reads and writes nothing, ends by itself, and you can end it sooner."
      action={addLinkAction}
    >
      <Notice kind="warn">
        Whoever has the link can read what it opens, and can pass it on. Locus cannot know who they are, so do
        not give it to anyone at a program on your list. Your rank order is never behind a link.
      </Notice>
      <NameFields
        viewer={viewer}
        whom={{
          name: 'label',
          label: 'Whom is it for?',
          hint: 'For your own overview; the page behind the link does not say it.',
        }}
        own={{ label: 'Your name on the page', hint: 'Initials will do.' }}
      />
      <CheckboxGroupField
        name="groups"
        legend="What it opens, to read"
        layout="column"
        defaultValues={['exams', 'list']}
        choices={GROUPS.map((group) => ({
          value: group,
          label: linkGroupLabel(group),
          hint:
            group === 'interviews'
              ? 'Interviews with your notes, and contacts with programs. Not your rank order.'
              : GROUP_WORDS[group].opens,
        }))}
      />
      <SelectField
        name="days"
        label="How long it works"
        defaultValue="7"
        options={LINK_DAYS.map((days) => ({
          value: String(days),
          label: days === 1 ? '1 day' : `${days} days`,
        }))}
      />
      <SubmitButton pendingLabel="Making it…">Make the link</SubmitButton>
    </OpeningPage>
  )
}
