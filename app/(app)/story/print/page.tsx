import type { Metadata } from 'next'
import { readStoryBasis } from '@/app/_server/story-basis'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeader } from '@/app/_ui/page-header'
import { Section } from '@/app/_ui/section'
import { formatLongDate } from '@/lib/dates/format'
import { PATTERN_TITLES } from '@/lib/story/pattern-words'
import { SENTENCE_LABELS } from '@/lib/story/sentence'
import { MOST_PRINTED, SixParts } from '../_components/six-parts'

export const metadata: Metadata = { title: 'Story on one page' }

/** From so many characters the type is set smaller on paper, so that one page holds them. */
const CROWDED = 1100

/** The story for paper: the sentences with what they rest on, the pattern and the six parts. */
export default async function StoryPrintPage() {
  const { sentences, items, strip, reading, missing, today } = await readStoryBasis()
  const written = sentences.filter(({ text }) => text !== '')
  const labelsOf = (evidence: readonly string[]) =>
    items.filter(({ key }) => evidence.includes(key)).map(({ label }) => label)
  const length = written.reduce(
    (sum, { text, evidence }) => sum + text.length + labelsOf(evidence).join('; ').length,
    0,
  )
  // The six parts stand in narrow columns: the longest of them says how far down they reach.
  const longest = Math.max(
    0,
    ...strip.lanes.map(({ marks }) =>
      marks.slice(0, MOST_PRINTED).reduce((sum, { label }) => sum + label.length, 0),
    ),
  )
  const isCrowded = length + 4 * longest > CROWDED
  return (
    <>
      <PageHeader
        above={
          <span className="no-print">
            <BackLink href="/story">Story</BackLink>
          </span>
        }
        title="My story"
        lead={
          reading.chosen
            ? `${PATTERN_TITLES[reading.chosen.pattern]}. ${formatLongDate(today)}`
            : formatLongDate(today)
        }
      />
      {/* Not panels: on paper the parts may follow each other closely, and the frame is left away. */}
      <div
        className={`rounded-xl border border-line bg-panel p-4 sm:p-6 print:border-0 print:bg-transparent print:p-0 print:text-sm print:leading-snug print:[&_h2]:text-base print:[&>section]:mt-3 ${isCrowded ? 'print:[zoom:0.76]' : ''}`}
      >
        <Section title="In three sentences">
          {written.length === 0 ? (
            <p className="text-mute">Nothing is written yet.</p>
          ) : (
            <ol className="space-y-3 print:space-y-1.5">
              {written.map(({ role, text, evidence }) => {
                const grounds = labelsOf(evidence)
                return (
                  <li key={role} className="max-w-prose print:max-w-none">
                    <p className="text-sm text-mute print:text-xs">{SENTENCE_LABELS[role]}</p>
                    <p className="text-lg print:text-base print:leading-snug">{text}</p>
                    <p className="text-sm text-mute print:text-xs">
                      {grounds.length === 0 ? 'Rests on nothing yet.' : `Rests on: ${grounds.join('; ')}.`}
                    </p>
                  </li>
                )
              })}
            </ol>
          )}
        </Section>
        <Section title="Six parts">
          <SixParts strip={strip} today={today} isPrinted />
        </Section>
        {missing.length > 0 && (
          <p className="mt-5 text-sm text-mute print:mt-2 print:text-xs">
            {missing.length === 1 ? 'One thing is' : `${missing.length} things are`} still missing; the
            story’s page names {missing.length === 1 ? 'it' : 'them'}.
          </p>
        )}
      </div>
    </>
  )
}
