import Link from 'next/link'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { Sign, type Tone } from '@/app/_ui/sign'
import { targetKey } from '@/db/queries/note-names'
import type { NewMentor } from '@/db/queries/waiting-notes'
import { formatDate } from '@/lib/dates/format'
import { today } from '@/lib/dates/instant'
import { levelsWords } from '@/lib/mentors/words'
import { type WaitingThread, waitingLine } from '@/lib/notes/waiting'
import { capital, kindWords } from '@/lib/notes/words'

const SHOWN = 4

export type FromMentorsRead = {
  waiting: readonly WaitingThread[]
  names: ReadonlyMap<string, string>
  newMentors: readonly NewMentor[]
}

type Line = { key: string; text: string; detail?: string; href: string; link: string; tone: Tone }

/** What mentors wrote, suggest or accepted and the applicant has not answered; nothing where nothing waits. */
export function FromMentors({
  read: { waiting, names, newMentors },
  zone,
}: {
  read: FromMentorsRead
  zone: string
}) {
  const lines: Line[] = [
    ...newMentorLines(newMentors, zone),
    ...waiting.map((thread) => {
      const { target, tasks } = thread
      const name = names.get(targetKey(target)) ?? capital(kindWords(target))
      return {
        key: thread.threadId,
        ...waitingLine(thread, name),
        link: tasks > 0 ? 'Take it or not' : 'Read',
        tone: 'warn' as const,
      }
    }),
  ]
  if (lines.length === 0) return null
  const more = lines.length - SHOWN
  return (
    <Panel
      id="from-mentors"
      title="From your mentors"
      actions={
        <LinkButton href="/mentors" isSmall>
          Mentors
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {lines.slice(0, SHOWN).map(({ key, text, detail, href, link, tone }) => (
          <li key={key} className="flex items-baseline gap-3 py-2 first:pt-0 last:pb-0">
            <Sign tone={tone} className="size-3.5 translate-y-0.5" />
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
              <span className="min-w-0 flex-[1_1_13rem] break-words">
                <span className="line-clamp-3">{text}</span>
                {detail && <span className="block text-sm text-mute">{detail}</span>}
              </span>
              <Link
                href={href}
                prefetch={false}
                className="flex-none text-accent underline underline-offset-3"
              >
                {link}
                <span className="sr-only">: {text}</span>
              </Link>
            </span>
          </li>
        ))}
        {more > 0 && (
          <li className="pt-2">
            <Link href="/mentors/notes" prefetch={false} className="text-accent underline underline-offset-3">
              {more} more
            </Link>
          </li>
        )}
      </ul>
    </Panel>
  )
}

/** One line, however many: that somebody may look from now on is read first, and must not push down what waits. */
function newMentorLines(newMentors: readonly NewMentor[], zone: string): Line[] {
  const [first, ...others] = newMentors
  if (!first) return []
  const base = { key: first.grantId, link: 'What they see', tone: 'good' } as const
  const nameOf = ({ name, email }: NewMentor) => name || email || 'A mentor'
  if (others.length > 0) {
    const names = newMentors
      .slice(0, 2)
      .map(nameOf)
      .join(others.length === 1 ? ' and ' : ', ')
    const rest = others.length > 1 ? ` and ${others.length - 1} more` : ''
    return [{ ...base, text: `${names}${rest} accepted your invitations this week`, href: '/mentors' }]
  }
  const on = formatDate(today(first.since, zone))
  return [
    {
      ...base,
      text: `${nameOf(first)} accepted your invitation on ${on}`,
      detail: `${levelsWords(first.levels)}.`,
      href: `/mentors/${first.grantId}`,
    },
  ]
}
