import { memo } from 'react'
import type { Tone } from '@/app/_ui/sign'
import { SourceNote } from '@/app/_ui/source-note'
import { StatusChip } from '@/app/_ui/status-chip'
import type { CheckGroup } from '@/lib/timing/check-words'
import type { CheckState } from '@/lib/timing/simulate-checks'

const TONES: Readonly<Record<CheckState, Tone>> = {
  met: 'good',
  care: 'warn',
  broken: 'bad',
  not_said: 'unknown',
}

/** Every rule that a date must keep, with its source; what is the same for all dates is said once. Laid out only while it is in view. */
export const CheckList = memo(function CheckList({ groups }: { groups: readonly CheckGroup[] }) {
  if (groups.length === 0) return null
  return (
    <section
      aria-labelledby="checks-title"
      className="rounded-xl border border-line bg-panel p-4 [contain-intrinsic-size:auto_40rem] [content-visibility:auto] sm:p-6"
    >
      <h2 id="checks-title" className="text-lg font-semibold">
        The rules on these dates
      </h2>
      <dl className="mt-3 divide-y divide-line">
        {groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </dl>
    </section>
  )
})

const Group = memo(function Group({ group: { title, answers, source, confidence } }: { group: CheckGroup }) {
  return (
    <div className="gap-x-6 py-3 first:pt-0 last:pb-0 md:grid md:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="font-medium">{title}</dt>
      <dd className="max-w-prose space-y-2">
        {answers.map(({ text, state, word, dates }) => (
          <p key={text}>
            <StatusChip tone={TONES[state]}>{word}</StatusChip>{' '}
            {dates && <span className="font-medium">{dates}: </span>}
            {text}
          </p>
        ))}
        {source && (
          <p>
            <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
          </p>
        )}
      </dd>
    </div>
  )
})
