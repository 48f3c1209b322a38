import type { ReactNode } from 'react'
import { Sign, type Tone } from './sign'

/** The sentence that a person came for, with the word of its tone; `figure` is the one number that ranks above it. */
export function Verdict({
  tone,
  word,
  figure,
  figureUnit,
  title,
  children,
  action,
}: {
  tone: Tone
  /** The status in a word: "in time", "too late", "not known". */
  word?: string
  figure?: ReactNode
  figureUnit?: string
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
      {figure !== undefined && (
        <p className="flex w-full flex-none items-baseline gap-2 text-4xl font-semibold tracking-tighter sm:block sm:w-auto">
          {figure}
          {figureUnit && (
            <span className="text-base font-normal tracking-normal text-mute sm:block sm:text-sm">
              {figureUnit}
            </span>
          )}
        </p>
      )}
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="text-xl font-semibold tracking-tight text-balance">
          <Sign tone={tone} className="mr-2 size-[1.1em] align-[-0.12em]" />
          {word && <span className="sr-only">{word}: </span>}
          {title}
        </p>
        {children && <div className="mt-1 max-w-prose text-mute">{children}</div>}
      </div>
      {action && <div className="no-print flex-none">{action}</div>}
    </div>
  )
}
