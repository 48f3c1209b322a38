import { Sign } from '@/app/_ui/sign'
import { checkPassage, PASSAGE_RULE_LABELS } from '@/lib/exams/additional-information'
import type { Exam } from '@/lib/exams/attempt'

/** What B6 asks of a passage besides leaving things out: short, the exam named once, insight, change, what came of it. */
export function PassageChecks({ text, exam }: { text: string; exam: Exam }) {
  const checks = checkPassage(text, { exam })
  const looks = checks.filter(({ state }) => state === 'look').length
  const isEmpty = text.trim() === ''
  return (
    <section aria-label="What a passage needs" className="border-t border-line pt-5">
      <p className="font-medium">
        {isEmpty
          ? 'What a passage needs.'
          : looks === 0
            ? 'All that a passage needs is there.'
            : `${looks} of ${checks.length} deserve another look.`}
      </p>
      <ul className="mt-2 space-y-1.5">
        {checks.map(({ key, state, text: says, criteria }) => (
          <li key={key} className="flex gap-2.5">
            <Sign
              tone={isEmpty ? 'neutral' : state === 'kept' ? 'good' : 'warn'}
              className="mt-1.5 size-3.5"
            />
            <span className="min-w-0 max-w-prose">
              <span className="font-medium">{PASSAGE_RULE_LABELS[key]}</span>
              {!isEmpty && <span className="sr-only">{state === 'kept' ? ' (kept)' : ' (look again)'}</span>}
              {!isEmpty && (state === 'look' || key === 'short') && `: ${says}`}{' '}
              <span className="text-sm text-mute">{criteria.join(', ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
