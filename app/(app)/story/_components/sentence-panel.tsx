import { ActionForm } from '@/app/_ui/action-form'
import { OnConflict } from '@/app/_ui/on-conflict'
import { Panel } from '@/app/_ui/panel'
import type { StoredSentence } from '@/db/queries/story'
import type { Disagreement } from '@/lib/story/disagreements'
import type { StoryItem } from '@/lib/story/items'
import { SENTENCE_LABELS } from '@/lib/story/sentence'
import { startOf, suggestedFor } from '@/lib/story/start'
import { saveSentenceAction } from '../actions'
import { DisagreementList } from './disagreement-list'
import { SentenceFields } from './sentence-fields'

/** One of the three sentences: what it rests on, the person's own words, and where they say more than the profile holds. */
export function SentencePanel({
  sentence,
  items,
  disagreements,
  showsStart,
}: {
  sentence: StoredSentence
  items: readonly StoryItem[]
  disagreements: readonly Disagreement[]
  showsStart: boolean
}) {
  const { role, text, evidence, version } = sentence
  const suggested = suggestedFor(role, items)
  const there = items.filter(({ key }) => evidence.includes(key))
  // What it rests on already stands first, then what usually carries such a sentence.
  const first = [...there, ...suggested.filter((item) => !there.includes(item))]
  const start = showsStart ? startOf(role, there) : ''
  return (
    <Panel id={role} title={SENTENCE_LABELS[role]}>
      <div className="space-y-5">
        {start !== '' && start !== text && (
          <div className="max-w-2xl">
            <h3 className="font-medium">A start from what you chose</h3>
            <p className="mt-1 rounded-lg bg-sunken p-4">{start}</p>
          </div>
        )}
        <ActionForm
          action={saveSentenceAction}
          id={`sentence-${role}`}
          aria-label={SENTENCE_LABELS[role]}
          className="max-w-2xl space-y-4"
        >
          <input type="hidden" name="role" value={role} />
          <input type="hidden" name="version" value={version} />
          <OnConflict>
            <p>{text}</p>
          </OnConflict>
          <SentenceFields
            role={role}
            text={text}
            evidence={evidence}
            suggested={first}
            others={items.filter((item) => !first.includes(item))}
          />
        </ActionForm>
        {disagreements.length > 0 && <DisagreementList found={disagreements} />}
      </div>
    </Panel>
  )
}
