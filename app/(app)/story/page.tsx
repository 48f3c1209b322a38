import type { Metadata } from 'next'
import { readStoryBasis } from '@/app/_server/story-basis'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { Cited } from '../exams/_components/cited'
import { DisagreementList } from './_components/disagreement-list'
import { MissingList } from './_components/missing-list'
import { PatternPanel } from './_components/pattern-panel'
import { SentencePanel } from './_components/sentence-panel'
import { SixParts } from './_components/six-parts'
import { StoryTabs } from './_components/story-tabs'

export const metadata: Metadata = {
  title: 'Story',
  description: 'One trajectory told the same way everywhere: six parts, three sentences, each on its ground.',
}

export default async function StoryPage({ searchParams }: PageProps<'/story'>) {
  const { done, start } = await searchParams
  const { strip, reading, sentences, items, missing, disagreements, today } = await readStoryBasis()
  const elsewhere = disagreements.filter(({ place }) => place.kind !== 'story')
  return (
    <>
      {done === 'saved' && <ToastLine message="The sentence is saved." />}
      <PageHeader
        title="Story"
        lead="One line from where you began to where you are going, told the same way in the statement, in messages and in interviews."
        actions={<LinkButton href="/story/print">Print on one page</LinkButton>}
      />
      <StoryTabs current="/story" />
      <div className="space-y-5">
        <Panel id="missing" title="What is missing">
          <MissingList missing={missing} />
        </Panel>
        {elsewhere.length > 0 && (
          <Panel
            id="disagreements"
            title={
              elsewhere.length === 1
                ? 'One place says something else'
                : `${elsewhere.length} places say something else`
            }
            lead="A reader who meets two numbers believes neither. Mend the place, or the profile if that is what is wrong. A check of words and numbers, never of you."
          >
            <DisagreementList found={elsewhere} />
          </Panel>
        )}
        <Panel
          id="parts"
          title="Six parts, read together"
          lead="No part is read alone: what came after a result, and what stands beside it, changes how it reads."
        >
          <SixParts strip={strip} today={today} />
          <div className="mt-4">
            <Cited criteria={['E1']} />
          </div>
        </Panel>
        <PatternPanel reading={reading} />
        {sentences.map((sentence) => (
          <SentencePanel
            key={sentence.role}
            sentence={sentence}
            items={items}
            disagreements={disagreements.filter(
              ({ place }) => place.kind === 'story' && place.href === `/story#${sentence.role}`,
            )}
            showsStart={start === sentence.role}
          />
        ))}
        <p className="max-w-prose text-mute">
          Once written, the three are offered beside your statements, in messages to programs and on the page
          of each interview.
        </p>
      </div>
    </>
  )
}
