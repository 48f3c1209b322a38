import Link from 'next/link'
import type { ReactNode } from 'react'
import { Panel } from '@/app/_ui/panel'
import { Sign, type Tone } from '@/app/_ui/sign'
import type { Blocker } from '@/lib/checklist/day-one'
import { type Problem, type ProblemCode, problemWords } from '@/lib/home'

const TONES: Readonly<Record<ProblemCode, Tone>> = {
  invitations_unanswered: 'bad',
  interviews_clash: 'warn',
  interviews_unsaid: 'warn',
  exam_date_misses_review: 'bad',
  step1_open: 'warn',
  step2ck_open: 'warn',
  oet_open: 'warn',
  no_genetics: 'warn',
  no_explanation: 'warn',
  no_us_geneticist_letter: 'warn',
  letters_unassigned: 'warn',
  letters_to_ask: 'warn',
  papers_at_fault: 'warn',
  closed_on_list: 'bad',
  visa_unknown: 'unknown',
  place_unknown: 'unknown',
  too_little_said: 'unknown',
  list_empty: 'neutral',
}

const SHOWN = 4

/** What blocks the person, named, each one click from where it is mended. */
export function Problems({
  problems,
  blockers,
}: {
  problems: readonly Problem[]
  /** What blocks submission on day one: it stands first. */
  blockers: readonly Blocker[]
}) {
  return (
    <Panel id="problems" title="What stands in the way">
      {problems.length + blockers.length === 0 ? (
        <p className="flex items-center gap-2.5">
          <Sign tone="good" />
          Nothing that Locus can see.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {blockers.slice(0, SHOWN).map(({ id, text, detail, href, isLate }) => (
            <Row
              key={id}
              tone={isLate ? 'bad' : 'warn'}
              href={href}
              link={
                <>
                  Mend it<span className="sr-only">: {text}</span>
                </>
              }
            >
              {text}
              {detail && <span className="text-mute">: {detail}</span>}
            </Row>
          ))}
          {blockers.length > SHOWN && (
            <li className="py-2">
              <Link
                href="/checklist#day-one"
                prefetch={false}
                className="text-accent underline underline-offset-3"
              >
                {blockers.length - SHOWN} more that block submission
              </Link>
            </li>
          )}
          {problems.map((problem) => {
            const { text, href, link } = problemWords(problem)
            return (
              <Row key={problem.code} tone={TONES[problem.code]} href={href} link={link}>
                {text}
              </Row>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

/** A problem and the link to where it is mended; on a phone a long sentence keeps its width and the link goes below it. */
function Row({
  tone,
  href,
  link,
  children,
}: {
  tone: Tone
  href: string
  link: ReactNode
  children: ReactNode
}) {
  return (
    <li className="flex items-baseline gap-3 py-2 first:pt-0 last:pb-0">
      <Sign tone={tone} className="size-3.5 translate-y-0.5" />
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className="flex-[1_1_13rem]">{children}</span>
        <Link href={href} prefetch={false} className="flex-none text-accent underline underline-offset-3">
          {link}
        </Link>
      </span>
    </li>
  )
}
