import type { Metadata } from 'next'
import Link from 'next/link'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { listQuestions } from '@/lib/strategy/open-questions'
import { questionText, SPARING_WORDS, spreadWords } from '@/lib/strategy/question-words'
import { EmptyList } from '../_components/empty-list'
import { StrategyTabs } from '../_components/strategy-tabs'

export const metadata: Metadata = { title: 'What to ask' }

/** Questions of one program that the overview shows; its own page has all of them. */
const SHOWN = 2

export default async function QuestionsPage() {
  const { setting, listed } = await readStrategyBasis()
  const asked = listQuestions(setting, listed)
  const programs = new Map(listed.map(({ program }) => [program.id, program]))
  return (
    <>
      <PageHeader
        title="What to ask"
        lead="Unknown facts, and old ones that would close a door, by how much the answer could change your list. The first question is always whether a place is offered this season."
      />
      <StrategyTabs current="/strategy/questions" />
      {listed.length === 0 ? (
        <EmptyList />
      ) : (
        <div className="space-y-5">
          <Notice word="Sparingly">{SPARING_WORDS}</Notice>
          <Panel id="programs" title={asked.length > 0 ? 'In this order' : 'Nothing is left to ask'}>
            <ol className="divide-y divide-line">
              {asked.map(({ programId, questions }) => {
                const program = programs.get(programId)
                if (!program) return null
                const more = questions.length - SHOWN
                return (
                  <li key={programId} className="py-3.5 first:pt-0 last:pb-0">
                    <h3 className="font-semibold">
                      <Link
                        href={`/strategy/questions/${programId}`}
                        prefetch={false}
                        className="text-ink underline decoration-line underline-offset-3"
                      >
                        {program.sponsor}, {pathwayShortName(program.pathway)}
                      </Link>
                    </h3>
                    <ul className="mt-1 space-y-1">
                      {questions.slice(0, SHOWN).map((question) => (
                        <li key={question.field} className="max-w-prose">
                          {questionText(question)}
                          <span className="block text-sm text-mute">{spreadWords(question)}</span>
                        </li>
                      ))}
                    </ul>
                    {more > 0 && (
                      <p className="mt-1 text-sm text-mute">
                        and {more} more {more === 1 ? 'question' : 'questions'}
                      </p>
                    )}
                  </li>
                )
              })}
            </ol>
          </Panel>
        </div>
      )}
    </>
  )
}
