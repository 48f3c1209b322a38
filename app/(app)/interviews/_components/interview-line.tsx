import Link from 'next/link'
import type { ReactNode } from 'react'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Interview } from '@/lib/interviews/interview'
import type { Meeting } from '@/lib/interviews/times'
import { FORMAT_WORDS, nightWords } from '@/lib/interviews/words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { BothClocks } from './both-clocks'

type Named = { sponsor: string; pathway: Parameters<typeof pathwayShortName>[0] }

/** One interview in a list: the program, when on both clocks, and what is worth saying about the hour. */
export function InterviewLine({
  interview,
  program,
  meeting,
  isMine = true,
  children,
}: {
  interview: Interview
  program: Named
  meeting?: Meeting | null
  /** Whether the interview is the reader's: then its name leads to its page, and the hour speaks to them. */
  isMine?: boolean
  children?: ReactNode
}) {
  const night = meeting && isMine ? nightWords(meeting, interview.format) : null
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem]">
          <h3 className="font-semibold">
            {isMine ? (
              <Link
                href={`/interviews/${interview.id}`}
                prefetch={false}
                className="text-ink underline decoration-line underline-offset-3"
              >
                {program.sponsor}
              </Link>
            ) : (
              program.sponsor
            )}
          </h3>
          <p className="text-sm text-mute">
            {pathwayShortName(program.pathway)}
            {interview.format && `, ${FORMAT_WORDS[interview.format].toLowerCase()}`}
          </p>
          {children}
        </div>
        {meeting && <BothClocks meeting={meeting} />}
      </div>
      {night && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-sm">
          <StatusChip tone="warn">Your hour</StatusChip> {night}
        </p>
      )}
    </li>
  )
}
