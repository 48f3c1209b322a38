import type { Metadata } from 'next'
import { readStoryBasis } from '@/app/_server/story-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'
import { Verdict } from '@/app/_ui/verdict'
import { withOwnScope } from '@/db/access'
import { findAdditionalInformation } from '@/db/queries/additional-information'
import type { EasingState } from '@/lib/fit/factors/exams'
import { FIT_POLICY } from '@/lib/fit/policy'
import {
  EASING_WORDS,
  type EasingCondition,
  type EvidenceState,
  easingOf,
  VALIDATION_WORDS,
  validations,
} from '@/lib/story/evidence'
import { Cited } from '../../exams/_components/cited'
import { StoryTabs } from '../_components/story-tabs'

export const metadata: Metadata = {
  title: 'Evidence',
  description: 'What others have confirmed, what would count, and what eases an attempt that did not pass.',
}

/** Where nothing can be listed. */
const NOTHING_THERE: Readonly<Partial<Record<EvidenceState, string>>> = {
  not_said: 'Your profile does not say.',
  // Only a letter counts before it is there.
  partly: 'Promised, and not in hand yet.',
}

const STATES: Readonly<Record<EvidenceState, { tone: Tone; word: string }>> = {
  there: { tone: 'good', word: 'There' },
  partly: { tone: 'warn', word: 'In part' },
  missing: { tone: 'bad', word: 'Missing' },
  not_said: { tone: 'unknown', word: 'Not said' },
}
const CONDITIONS: Readonly<Record<EasingState, { tone: Tone; word: string }>> = {
  met: { tone: 'good', word: 'Met' },
  partly: { tone: 'warn', word: 'Met in part' },
  missing: { tone: 'bad', word: 'Not met' },
  not_said: { tone: 'unknown', word: 'Not said' },
}

export default async function EvidencePage() {
  const { viewer, record, items } = await readStoryBasis()
  const passage = viewer ? await withOwnScope(viewer, findAdditionalInformation) : null
  const list = validations(record, items)
  const easing = easingOf(record, FIT_POLICY, { hasPassage: (passage?.passage ?? '') !== '' })
  const there = list.filter(({ state }) => state === 'there').length
  return (
    <>
      <PageHeader
        title="Evidence"
        lead="What somebody else has confirmed. It carries most where a score does not."
      />
      <StoryTabs current="/story/evidence" />
      <div className="space-y-5">
        <Panel id="easing" title="After a Step 1 that did not pass">
          <Easing conditions={easing} />
          <div className="mt-4">
            <Cited criteria={['G2', 'B3']} />
          </div>
        </Panel>
        <Panel
          id="validation"
          title="Confirmed from outside"
          lead={`${there === 0 ? 'None' : there} of ${list.length} ${there === 1 ? 'stands' : 'stand'}. What is there comes from your profile; nothing here is a score.`}
        >
          <ul className="divide-y divide-line">
            {list.map(({ code, state, items: found }) => {
              const { title, counts, href, criteria } = VALIDATION_WORDS[code]
              return (
                <li key={code} className="space-y-1.5 py-4 first:pt-0 last:pb-0">
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <h3 className="font-semibold">{title}</h3>
                    <StatusChip tone={STATES[state].tone}>{STATES[state].word}</StatusChip>
                  </div>
                  {found.length > 0 ? (
                    <ul className="list-disc pl-5">
                      {found.map(({ key, label }) => (
                        <li key={key}>{label}</li>
                      ))}
                    </ul>
                  ) : (
                    <p className="text-mute">{NOTHING_THERE[state] ?? 'Nothing is there yet.'}</p>
                  )}
                  <p className="max-w-prose text-mute">
                    <span className="font-medium">What counts:</span> {counts}{' '}
                    <a href={href}>
                      Enter it<span className="sr-only">: {title}</span>
                    </a>
                  </p>
                  <Cited criteria={criteria} />
                </li>
              )
            })}
          </ul>
        </Panel>
      </div>
    </>
  )
}

function Easing({ conditions }: { conditions: readonly EasingCondition[] | null }) {
  if (conditions === null) {
    return (
      <Verdict tone="neutral" title="Nothing to ease: no attempt at Step 1 without a pass is recorded.">
        If that changes, three things ease it: a clearly stronger Step 2 CK, one brief explanation, strong
        clinical evaluations.
      </Verdict>
    )
  }
  const met = conditions.filter(({ state }) => state === 'met').length
  return (
    <>
      <Verdict
        tone={met === conditions.length ? 'good' : 'warn'}
        title={
          met === conditions.length
            ? 'All three conditions that ease it are met.'
            : `${met === 0 ? 'None' : met === 1 ? 'One' : 'Two'} of the three conditions that ease it ${met === 1 ? 'is' : 'are'} met.`
        }
      >
        The fit reads the same three for every program.
      </Verdict>
      <ol className="mt-4 divide-y divide-line">
        {conditions.map(({ key, state, isDrafted }) => {
          const { title, met, ask, href } = EASING_WORDS[key]
          return (
            <li key={key} className="space-y-1 py-3.5 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h3 className="font-semibold">{title}</h3>
                <StatusChip tone={CONDITIONS[state].tone}>{CONDITIONS[state].word}</StatusChip>
              </div>
              <p className="max-w-prose">
                {state === 'met' ? (
                  met
                ) : isDrafted ? (
                  <>
                    The passage is written here. Once it stands in your application,{' '}
                    <a href="/profile#explanation">say so in your profile</a>.
                  </>
                ) : (
                  <a href={href}>{ask}</a>
                )}
              </p>
            </li>
          )
        })}
      </ol>
    </>
  )
}
