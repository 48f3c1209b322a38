'use client'
import { memo, type ReactNode } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import { citation } from '@/lib/fit/criteria'
import type { Finding, StatementReading } from '@/lib/statement/check'
import { findingsSentence, shortened, sortFindings } from '@/lib/statement/finding-words'
import { type StatementCriterion, UNWANTED_RULES, WANTED_RULES } from '@/lib/statement/rule-words'
import { DISMISSAL_REASON_LABELS, DISMISSAL_REASONS, type Dismissal } from '@/lib/statement/statement'

/** At a time: more of them help nobody, and would be drawn anew at each pause. All are marked in the text. */
const MOST_SHOWN = 12

type Show = (start: number, end: number) => void

/**
 * What was found in a text, in words: the sentences that ask for another look, with why and what to do instead, and what is
 * asked for. Its buttons send the form that it stands in, so that the text goes with them and they work without script.
 */
export const FindingList = memo(function FindingList({
  text,
  reading,
  dismissals,
  isWantedShown,
  show,
}: {
  text: string
  reading: StatementReading
  dismissals: readonly Dismissal[]
  /** A statement is asked for more than a short passage is. */
  isWantedShown: boolean
  show: Show
}) {
  const { open, aside } = sortFindings(reading.findings, dismissals)
  const isEmpty = reading.words === 0
  return (
    <div className="space-y-6">
      <div>
        <p className="text-lg font-semibold tracking-tight text-balance" role="status">
          {isEmpty
            ? 'What the text will be read for.'
            : findingsSentence(open, isWantedShown ? reading.presences : [])}
        </p>
        <p className="mt-1 text-sm text-mute">
          A reading of words, never of you, and it does not see everything. Each finding is a suggestion, and
          any can be put aside.
        </p>
      </div>
      {open.length > 0 && (
        <ul className="space-y-4" aria-label="Sentences for another look">
          {open.slice(0, MOST_SHOWN).map((finding) => (
            <OpenFinding
              key={`${finding.key} ${finding.start}`}
              id={finding.key}
              rule={finding.rule}
              start={finding.start}
              end={finding.end}
              sentence={text.slice(finding.start, finding.end)}
              show={show}
            />
          ))}
        </ul>
      )}
      {open.length > MOST_SHOWN && (
        <p className="text-mute">
          {open.length - MOST_SHOWN} more further down in the text: they come up as these are settled.
        </p>
      )}
      {aside.length > 0 && (
        <details>
          <summary className="font-medium text-accent">{aside.length} put aside</summary>
          <ul className="mt-2 space-y-3">
            {aside.map((finding) => (
              <li key={`${finding.key} ${finding.start}`}>
                <Quote>{text.slice(finding.start, finding.end)}</Quote>
                <p className="mt-1 text-sm text-mute">
                  {UNWANTED_RULES[finding.rule].label}. {DISMISSAL_REASON_LABELS[finding.reason]}.
                </p>
                <SubmitButton kind="quiet" isSmall name="intent" value={`return:${finding.key}`}>
                  Bring back
                  <span className="sr-only">: {shortened(text.slice(finding.start, finding.end), 60)}</span>
                </SubmitButton>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isWantedShown && <Wanted reading={reading} isEmpty={isEmpty} show={show} />}
    </div>
  )
})

/** Takes what it shows by itself, so that a reading which found the same again draws nothing. */
const OpenFinding = memo(function OpenFinding({
  id,
  rule,
  start,
  end,
  sentence,
  show,
}: Pick<Finding, 'rule' | 'start' | 'end'> & { id: string; sentence: string; show: Show }) {
  const { label, why, instead, criteria } = UNWANTED_RULES[rule]
  return (
    <li className="border-l-2 border-warn-fill pl-3.5">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <Sign tone="warn" className="size-3.5" />
        {label}
      </p>
      <Quote>{sentence}</Quote>
      <p className="mt-1.5">
        {why} {instead}
      </p>
      <Criteria of={criteria} />
      <div className="mt-1 -ml-2.5 flex flex-wrap items-start gap-x-1">
        <ShowButton start={start} end={end} show={show} of={sentence} />
        <details className="min-w-0">
          <summary className={buttonLook('quiet', true)}>
            Put aside<span className="sr-only">: {shortened(sentence, 60)}</span> …
          </summary>
          <div className="mt-1 flex flex-wrap gap-1.5 pb-1">
            {DISMISSAL_REASONS.map((reason) => (
              <SubmitButton
                key={reason}
                kind="secondary"
                isSmall
                name="intent"
                value={`dismiss:${reason}:${id}`}
              >
                {DISMISSAL_REASON_LABELS[reason]}
              </SubmitButton>
            ))}
          </div>
        </details>
      </div>
    </li>
  )
})

function Wanted({ reading, isEmpty, show }: { reading: StatementReading; isEmpty: boolean; show: Show }) {
  return (
    <section aria-label="What is asked for">
      <h3 className="font-semibold">What is asked for</h3>
      <ul className="mt-2 space-y-3">
        {reading.presences.map(({ key, carriedBy }) => {
          const { label, ask, criteria } = WANTED_RULES[key]
          const [first] = carriedBy
          return (
            <li key={key} className="flex gap-2.5">
              <Sign tone={first ? 'good' : 'neutral'} className="mt-1.5 size-3.5" />
              <div className="min-w-0">
                <p className="font-medium">
                  {label}
                  <span className="font-normal text-mute">
                    {first
                      ? carriedBy.length === 1
                        ? ': in one sentence'
                        : `: in ${carriedBy.length} sentences`
                      : isEmpty
                        ? ''
                        : ': not found'}
                  </span>
                </p>
                {first ? (
                  <>
                    <Quote>{first.text}</Quote>
                    <ShowButton start={first.start} end={first.end} show={show} of={label} />
                  </>
                ) : (
                  <p className="mt-0.5">{ask}</p>
                )}
                <Criteria of={criteria} />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Quote({ children }: { children: string }) {
  return <p className="mt-1 text-mute">“{shortened(children)}”</p>
}

function Criteria({ of }: { of: readonly StatementCriterion[] }) {
  return <p className="text-sm text-mute">Article: {citation(of)}</p>
}

/** Only with script is there a place to jump to; without it the sentence is quoted anyway. */
function ShowButton({ start, end, show, of }: { start: number; end: number; show: Show; of: ReactNode }) {
  return (
    <button
      type="button"
      className={`${buttonLook('quiet', true)} noscript:hidden`}
      onClick={() => show(start, end)}
    >
      Show in the text<span className="sr-only">: {of}</span>
    </button>
  )
}
