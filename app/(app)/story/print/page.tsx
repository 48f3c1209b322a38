import type { Metadata } from 'next'
import { readStoryBasis } from '@/app/_server/story-basis'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { formatLongDate } from '@/lib/dates/format'
import { PATTERN_TELLS, PATTERN_TITLES } from '@/lib/story/pattern-words'
import { SENTENCE_LABELS } from '@/lib/story/sentence'
import { SixParts } from '../_components/six-parts'

export const metadata: Metadata = { title: 'Story on one page' }

/** The story for paper: the sentences with what they rest on, the pattern and the six parts. */
export default async function StoryPrintPage() {
  const { sentences, items, strip, reading, missing, today } = await readStoryBasis()
  const written = sentences.filter(({ text }) => text !== '')
  return (
    <>
      <PageHeader
        above={
          <span className="no-print">
            <BackLink href="/story">Story</BackLink>
          </span>
        }
        title="My story"
        lead={formatLongDate(today)}
      />
      <div className="space-y-4">
        <Panel id="sentences" title="In three sentences">
          {written.length === 0 ? (
            <p className="text-mute">Nothing is written yet.</p>
          ) : (
            <ol className="space-y-3">
              {written.map(({ role, text, evidence }) => {
                const grounds = items.filter(({ key }) => evidence.includes(key))
                return (
                  <li key={role} className="max-w-prose">
                    <p className="text-sm text-mute">{SENTENCE_LABELS[role]}</p>
                    <p className="text-lg">{text}</p>
                    <p className="text-sm text-mute">
                      {grounds.length === 0
                        ? 'Rests on nothing yet.'
                        : `Rests on: ${grounds.map(({ label }) => label).join('; ')}.`}
                    </p>
                  </li>
                )
              })}
            </ol>
          )}
        </Panel>
        {reading.chosen && (
          <Panel id="pattern" title={PATTERN_TITLES[reading.chosen.pattern]}>
            <p className="max-w-prose">{PATTERN_TELLS[reading.chosen.pattern]}</p>
          </Panel>
        )}
        <Panel id="parts" title="Six parts">
          <SixParts strip={strip} today={today} isPrinted />
        </Panel>
        {missing.length > 0 && (
          <p className="text-sm text-mute">
            {missing.length === 1 ? 'One thing is' : `${missing.length} things are`} still missing; the
            story’s page names {missing.length === 1 ? 'it' : 'them'}.
          </p>
        )}
      </div>
    </>
  )
}
