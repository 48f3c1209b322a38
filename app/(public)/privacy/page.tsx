import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/app/_ui/page-header'
import { Section } from '@/app/_ui/section'
import { Table } from '@/app/_ui/table'

export const metadata: Metadata = { title: 'Privacy' }

/** Kept true by the code that it speaks of: db/schema/users.ts, db/clean-up.ts and the owned tables. */
const KEPT: readonly { what: string; why: string; until: string }[] = [
  {
    what: 'What you enter: profile, exams, programs, notes, statuses',
    why: 'To show it back to you and to compute fit and timing. It is used for nothing else.',
    until: 'Until you delete it or your account. A guest’s: until 90 days without a visit.',
  },
  {
    what: 'Your mail address, your name if you give one, your time zone and appearance',
    why: 'To sign you in, to send the links you ask for, and to show hours that are yours.',
    until: 'Until you delete your account.',
  },
  {
    what: 'Your password, only as a hash that cannot be turned back (argon2id)',
    why: 'To recognise you.',
    until: 'Until you change it or delete your account.',
  },
  {
    what: 'That a provider such as Google signs you in: its name and its number for you',
    why: 'Only if you use one. Nothing is read from it but your address, whether it is confirmed, and your name.',
    until: 'Until you take it away in the settings.',
  },
  {
    what: 'Where you are signed in: “Firefox on Windows”, since when, last used',
    why: 'So that you can see it and sign a browser out.',
    until: 'A week after the session has ended; it ends by itself after 60 days without a visit.',
  },
  {
    what: 'Links that were mailed: the address, and the link as a hash',
    why: 'So that each works once and for a short time.',
    until: 'A week after the link has ended.',
  },
  {
    what: 'Which reminders went to you and when, and your mail server’s answer',
    why: 'So that each is said once, and you learn when mail does not reach you.',
    until: 'Until you delete your account.',
  },
  {
    what: 'Your calendar address, as a hash, and when a calendar last asked',
    why: 'Only if you make one. Whoever holds the address can read your dates; no score is in them.',
    until: 'Until you end the address or delete your account.',
  },
  {
    what: 'Invitations to mentors: the name and address you gave, your line to them, the link as a hash',
    why: 'So that the person you ask can accept, once, and you can withdraw it.',
    until: 'A month after it was used, withdrawn or over.',
  },
  {
    what: 'Whom you let look in, what you opened, and who looked at which part when',
    why: 'So that you decide, and can see it. Nobody can change the log, you neither.',
    until: 'Until you delete your account. A mentor who deletes theirs takes their name out of it.',
  },
  {
    what: 'What you and a mentor write to each other: comments, suggested tasks, questions',
    why: 'So that both of you can read it where it belongs. Nobody else does, and no mail holds a word of it.',
    until:
      'Until you take it back or the applicant’s account is deleted. A mentor who deletes theirs takes their name out of it.',
  },
  {
    what: 'Of a mentor: the name that mentees read, where they work, for which programs they may select',
    why: 'To hide other programs from somebody who selects for one on the list.',
    until: 'Until they delete their account.',
  },
  {
    what: 'How often something was tried, under a key made from the address or network address by a secret',
    why: 'To slow down those who guess passwords. The key cannot be read back.',
    until: 'An hour at most, as a count that means anything.',
  },
]

export default function PrivacyPage() {
  return (
    <>
      <PageHeader
        title="Privacy"
        lead="What is kept, why, and for how long. Locus shows no advertising, counts no visits and sends nothing about you to anybody."
      />
      <Section title="What is kept">
        <Table
          caption="What is kept, why, and for how long"
          isCaptionHidden
          columns={[{ label: 'What' }, { label: 'Why' }, { label: 'How long' }]}
        >
          {KEPT.map(({ what, why, until }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{why}</td>
              <td>{until}</td>
            </tr>
          ))}
        </Table>
        <p className="mt-3 max-w-prose text-mute">
          What is past its time is deleted daily, and whenever the server starts.
        </p>
      </Section>
      <Section title="Who can see it">
        <p className="max-w-prose">
          You. A mentor, only if you invite one, only the sections that you open to them, and until you close
          them. Whoever holds a link for reading, only if you make one, until it ends. The person who runs
          this server can reach its database, as on any server. Nobody else: each row is bound to its owner by
          the app and, once more, by the database itself.
        </p>
      </Section>
      <Section title="Your browser">
        <p className="max-w-prose">
          Cookies: one that holds your sign-in, one for your appearance, one with your time zone (a first
          guess, until you save yours), and short-lived ones while a provider signs you in. None is shared
          with another site, and pages load nothing from elsewhere. While you write a statement or the passage
          on an attempt, the text is read in your browser and kept there until it is saved; it goes from there
          when you sign out, after you are asked where it is saved nowhere else. Logs hold what happened and
          how long it took, never your name, address, scores or notes.
        </p>
      </Section>
      <Section title="What you can do">
        <ul className="max-w-prose list-disc pl-5">
          <li>
            <Link href="/settings/export" prefetch={false}>
              Download everything
            </Link>{' '}
            as one file.
          </li>
          <li>
            <Link href="/settings/delete" prefetch={false}>
              Delete it
            </Link>{' '}
            for good. It leaves the database at once; copies that the operator keeps as backups age out with
            them.
          </li>
          <li>Use all of it as a guest, without giving an address.</li>
        </ul>
      </Section>
    </>
  )
}
