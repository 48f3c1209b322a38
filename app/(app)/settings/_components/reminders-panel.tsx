import type { SignedIn } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { SelectField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { MailHealth } from '@/db/queries/reminders'
import { formatInZone } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'
import { sendsMail } from '@/lib/io/mail'
import { ACCESS_MAIL_LABELS } from '@/lib/mentors/access-mail'
import { NOTE_MAIL_LABELS } from '@/lib/notes/note-mail'
import { REMINDER_KINDS } from '@/lib/reminders/dated-thing'
import { TOLD_KINDS } from '@/lib/reminders/mail-kind'
import type { ReminderPreferences } from '@/lib/reminders/preferences'
import { KIND_LABELS } from '@/lib/reminders/words'
import { MailTrouble } from '../../reminders/_components/mail-trouble'
import { saveRemindersAction, sendTestMailAction } from '../reminder-actions'

const TOLD_LABELS = { ...NOTE_MAIL_LABELS, ...ACCESS_MAIL_LABELS }
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

/** By which mails, of what and when the person is reminded. The list in the app is always there. */
export function RemindersPanel({
  viewer,
  preferences,
  health,
  now,
}: {
  viewer: SignedIn
  preferences: ReminderPreferences & { version: number }
  health: MailHealth
  now: string
}) {
  const { isDigestOn, isUrgentOn, isNotesOn, kindsOff, notesOff } = preferences
  const mails = [
    ...(isDigestOn ? ['digest'] : []),
    ...(isUrgentOn ? ['urgent'] : []),
    ...(isNotesOn ? ['notes'] : []),
  ]
  return (
    <Panel
      title="Reminders"
      id="reminders"
      lead={`Hours are those of ${zoneName(viewer.timeZone)}.`}
      actions={
        <LinkButton href="/reminders" isSmall>
          Open reminders
        </LinkButton>
      }
    >
      <div className="space-y-5">
        <Delivery viewer={viewer} health={health} now={now} />
        <ActionForm action={saveRemindersAction} id="reminders-form" className="space-y-5">
          <input type="hidden" name="version" value={preferences.version} />
          <CheckboxGroupField
            name="mails"
            legend="Mails"
            layout="column"
            defaultValues={mails}
            choices={[
              {
                value: 'digest',
                label: 'One mail a day with all that is coming up',
                hint: 'On days with nothing to say there is none.',
              },
              {
                value: 'urgent',
                label: 'A mail of its own for what cannot wait',
                hint: 'A door that shuts tomorrow, an interview, an answer that is due. Otherwise it joins the daily mail.',
              },
              {
                value: 'notes',
                label: 'Mails about mentors and mentees',
                hint: 'One a day about what they wrote, which says who and on what kind of thing, and none of the words. At once where somebody may look from now on, or no longer may.',
              },
            ]}
          />
          <CheckboxGroupField
            name="kinds"
            legend="Reminders of"
            defaultValues={REMINDER_KINDS.filter((kind) => !kindsOff.includes(kind))}
            choices={REMINDER_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
          />
          <CheckboxGroupField
            name="notes"
            legend="Mail about"
            defaultValues={TOLD_KINDS.filter((kind) => !notesOff.includes(kind))}
            choices={TOLD_KINDS.map((kind) => ({ value: kind, label: TOLD_LABELS[kind] }))}
          />
          <TextField
            name="ladder"
            label="Days before"
            hint="Whole days with commas between them; 0 is the day itself. Each date can have its own."
            defaultValue={preferences.ladder.join(', ')}
            width="medium"
          />
          <div className="grid items-end gap-5 sm:grid-cols-3">
            <SelectField
              name="digestHour"
              label="Daily mail at"
              defaultValue={String(preferences.digestHour)}
              options={HOURS}
            />
            <SelectField
              name="quietFrom"
              label="Quiet from"
              defaultValue={String(preferences.quietFrom)}
              options={HOURS}
            />
            <SelectField
              name="quietUntil"
              label="Quiet until"
              hint="The same hour twice: no quiet hours."
              defaultValue={String(preferences.quietUntil)}
              options={HOURS}
            />
          </div>
          <SubmitButton kind="secondary">Save reminders</SubmitButton>
        </ActionForm>
        {viewer.email && sendsMail() && (
          <ActionForm action={sendTestMailAction} id="test-mail-form">
            <SubmitButton kind="quiet" pendingLabel="Asking…">
              Send me a test mail
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Panel>
  )
}

function Delivery({ viewer, health, now }: { viewer: SignedIn; health: MailHealth; now: string }) {
  if (!sendsMail()) {
    return (
      <Notice kind="warn" word="This server sends no mail">
        Its operator has not set up a mail server (<code>SMTP_URL</code>). Reminders show in Locus and in your
        calendar, and by mail once there is one.
      </Notice>
    )
  }
  if (!viewer.email) {
    return (
      <Notice word="No mail yet">
        A guest has no address. Sign up and reminders come by mail too; until then they show in Locus and in
        your calendar.
      </Notice>
    )
  }
  return (
    <>
      <MailTrouble health={health} now={now} zone={viewer.timeZone} />
      {health.lastSentAt && !health.failingSince && (
        <p className="text-mute">Last mail went out {formatInZone(health.lastSentAt, viewer.timeZone)}.</p>
      )}
    </>
  )
}
