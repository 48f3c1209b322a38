import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Sign } from './sign'

const KINDS = {
  info: { tone: 'neutral', word: 'Note', ground: 'bg-sunken' },
  good: { tone: 'good', word: 'Done', ground: 'bg-good-soft' },
  warn: { tone: 'warn', word: 'Take care', ground: 'bg-warn-soft' },
  bad: { tone: 'bad', word: 'Problem', ground: 'bg-bad-soft' },
  unknown: { tone: 'unknown', word: 'Not known', ground: 'bg-unknown-soft' },
} as const

/** A few lines set apart from the page. The word says the kind; `word` replaces it with a better one. */
export function Notice({
  kind = 'info',
  word,
  action,
  children,
}: {
  kind?: keyof typeof KINDS
  word?: string
  action?: ReactNode
  children: ReactNode
}) {
  const { tone, word: usualWord, ground } = KINDS[kind]
  return (
    <div className={`${ground} flex flex-wrap items-start gap-x-4 gap-y-3 rounded-lg px-4 py-3`}>
      <div className="flex min-w-0 flex-[1_1_16rem] gap-3">
        {kind === 'info' ? (
          <Info className="mt-1 size-4 flex-none text-mute" aria-hidden="true" />
        ) : (
          <Sign tone={tone} className="mt-1 size-4" />
        )}
        <div className="min-w-0 max-w-prose">
          <strong className="font-semibold">{word ?? usualWord}. </strong>
          {children}
        </div>
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
