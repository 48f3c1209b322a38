import type { Metadata } from 'next'
import Link from 'next/link'
import { readStrategyBasis } from '@/app/_server/strategy-basis'
import { Disclosure } from '@/app/_ui/disclosure'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { grounds, joinedGrounds } from '@/lib/strategy/grounds'
import {
  isPlaceQuestion,
  listQuestions,
  type OpenQuestion,
  type ProgramQuestions,
  spreadGroups,
} from '@/lib/strategy/open-questions'
import {
  betweenWords,
  FEW_MESSAGES,
  questionText,
  SPARING_WORDS,
  settlingWords,
  spreadGroupWords,
} from '@/lib/strategy/question-words'
import { EmptyList } from '../_components/empty-list'
import { GroundsNote } from '../_components/grounds-note'
import { StrategyTabs } from '../_components/strategy-tabs'

export const metadata: Metadata = { title: 'What to ask' }

export default async function QuestionsPage() {
  const { setting, listed } = await readStrategyBasis()
  const asked = listQuestions(setting, listed)
  const programs = new Map(listed.map(({ program }) => [program.id, program]))
  const place = asked.flatMap(({ questions }) => questions.filter(isPlaceQuestion))
  const [placeQuestion] = place
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
          {placeQuestion && (
            <Panel
              id="place"
              title={questionText(placeQuestion)}
              lead="The first question to each of them: where there is no place, nothing else matters this season."
            >
              <ul className="list-disc space-y-1 pl-5">
                {spreadGroups(place).map((group) => (
                  <li key={`${group.lowest} ${group.highest}`}>{spreadGroupWords(group)}</li>
                ))}
              </ul>
              <div className="mt-2">
                <GroundsNote grounds={grounds(placeQuestion.criteria)} />
              </div>
            </Panel>
          )}
          <Panel
            id="programs"
            title={asked.length > 0 ? 'In this order' : 'Nothing is left to ask'}
            lead={asked.length > 0 ? ORDER_LEAD : undefined}
          >
            <Programs asked={asked.slice(0, FEW_MESSAGES)} programs={programs} />
            {asked.length > FEW_MESSAGES && (
              <div className="mt-4 border-t border-line pt-3">
                <Disclosure summary={`The other ${asked.length - FEW_MESSAGES}, in the same order`}>
                  <Programs asked={asked.slice(FEW_MESSAGES)} programs={programs} />
                </Disclosure>
              </div>
            )}
          </Panel>
        </div>
      )}
    </>
  )
}

const ORDER_LEAD =
  'What the answers decide between, and what else is worth asking beside the place. Each opens the message and the form for the answer.'

function Programs({
  asked,
  programs,
}: {
  asked: readonly ProgramQuestions[]
  programs: ReadonlyMap<string, Program>
}) {
  return (
    <ol className="divide-y divide-line">
      {asked.map(({ programId, questions }) => {
        const program = programs.get(programId)
        return program && <ProgramItem key={programId} program={program} questions={questions} />
      })}
    </ol>
  )
}

function ProgramItem({ program, questions }: { program: Program; questions: readonly OpenQuestion[] }) {
  const place = questions.find(isPlaceQuestion)
  const others = questions.filter((question) => question !== place)
  const deciding = others.filter(({ spread }) => spread > 0)
  const settling = others.filter(({ spread }) => spread === 0)
  return (
    <li className="grid gap-x-8 gap-y-1 py-3.5 first:pt-0 last:pb-0 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <div>
        <h3 className="font-semibold">
          <Link
            href={`/strategy/questions/${program.id}`}
            prefetch={false}
            className="text-ink underline decoration-line underline-offset-3"
          >
            {program.sponsor}, {pathwayShortName(program.pathway)}
          </Link>
        </h3>
        {place && <p className="text-sm text-mute">The place {betweenWords(place)}.</p>}
      </div>
      <div>
        {others.length === 0 && <p className="text-mute">Nothing else is worth asking.</p>}
        {deciding.length > 0 && (
          <ul className="space-y-1">
            {deciding.map((question) => (
              <li key={question.field} className="max-w-prose">
                {questionText(question)} <span className="text-mute">It {betweenWords(question)}.</span>
                <GroundsNote grounds={grounds(question.criteria)} />
              </li>
            ))}
          </ul>
        )}
        {settling.length > 0 && (
          <>
            <p className="max-w-prose text-sm text-mute">{settlingWords(settling)}</p>
            <GroundsNote grounds={joinedGrounds(settling.map(({ criteria }) => grounds(criteria)))} />
          </>
        )}
      </div>
    </li>
  )
}
