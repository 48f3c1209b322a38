import type { Metadata } from 'next'
import { requireViewer } from '@/app/_server/auth'
import { RadioGroupField } from '@/app/_ui/choice-field'
import { TextAreaField, TextField } from '@/app/_ui/field'
import { SubmitButton } from '@/app/_ui/submit-button'
import { INVITATION_DAYS } from '@/lib/mentors/grant'
import type { Levels } from '@/lib/mentors/groups'
import { LevelFields } from '../_components/level-fields'
import { NameFields, OpeningPage } from '../_components/opening-page'
import { UntilField } from '../_components/until-field'
import { inviteAction } from '../actions'

export const metadata: Metadata = { title: 'Invite a mentor' }

/** What most people show an adviser first; interviews and ranks are asked for on purpose. */
const FIRST: Levels = {
  exams: 'comment',
  list: 'comment',
  documents: 'comment',
  interviews: 'none',
  checklist: 'read',
}

export default async function InvitePage() {
  const viewer = await requireViewer('/mentors/invite')
  return (
    <OpeningPage
      viewer={viewer}
      here="/mentors/invite"
      title="Invite a mentor"
      lead={`They make an account in a minute, or use the one they have. The invitation works once, within ${INVITATION_DAYS} days; until it is accepted nothing is open.`}
      action={inviteAction}
    >
      <NameFields
        viewer={viewer}
        whom={{
          name: 'mentorLabel',
          label: 'Whom do you invite?',
          hint: 'For your own overview, such as “Dr. Okafor”.',
        }}
        own={{
          label: 'Your name, as they know you',
          hint: 'It stands above what you show them. They do not see your address.',
        }}
      />
      <RadioGroupField
        name="way"
        legend="How does the invitation get there?"
        defaultValue="mail"
        choices={[
          { value: 'mail', label: 'Locus mails it' },
          { value: 'link', label: 'I hand over a link' },
        ]}
      />
      <TextField
        name="email"
        type="email"
        label="Their mail address"
        note="if Locus mails it"
        hint="Kept with the invitation. Nobody learns here whether the address has an account."
      />
      <TextAreaField name="message" label="A line to them" note="optional" rows={3} maxLength={2000} />
      <fieldset className="space-y-5">
        <legend className="mb-1 text-lg font-semibold">What is open to them</legend>
        <LevelFields levels={FIRST} />
      </fieldset>
      <UntilField lastDay={null} />
      <p className="max-w-prose text-mute">
        If they work at a program on your list, every other program is hidden from them unless you show it,
        and your rank order stays closed to them. You see in the log when they looked at what.
      </p>
      <SubmitButton pendingLabel="Inviting…">Invite</SubmitButton>
    </OpeningPage>
  )
}
