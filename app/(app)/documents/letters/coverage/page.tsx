import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readLettersBasis } from '@/app/_server/letters-basis'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { overUse, suggestSet } from '@/lib/letters/coverage'
import { MOST_PER_PROGRAM } from '@/lib/letters/letter'
import { coverageSentences } from '@/lib/letters/words'
import { CoverageTable } from '../_components/coverage-table'
import { ProgramLettersForm, SameLettersForm } from '../_components/program-letters-form'
import { ProgramTable } from '../_components/program-table'

export const metadata: Metadata = { title: 'What the letters cover' }

const DONE: Readonly<Record<string, string>> = {
  program: 'Saved.',
  same: 'The programs that had none have these letters now.',
}

export default async function CoveragePage({ searchParams }: PageProps<'/documents/letters/coverage'>) {
  const [{ done, program: chosen }, basis] = await Promise.all([searchParams, readLettersBasis()])
  const { letters, programs, coverage, desk } = basis
  const { today } = desk.basis
  const target = typeof chosen === 'string' ? programs.find(({ entryId }) => entryId === chosen) : undefined
  if (typeof chosen === 'string' && !target) notFound()
  const said = typeof done === 'string' ? DONE[done] : undefined
  const sentences = coverageSentences(coverage, overUse(coverage))
  const bare = programs.filter(
    ({ entryId }) =>
      !letters.some(({ assignments }) => assignments.some((place) => place.entryId === entryId)),
  )
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/documents/letters">Letters</BackLink>}
        title="What the letters cover"
        lead={letters.length === 0 ? 'No letter is entered yet.' : sentences[0]}
      />
      {letters.length === 0 ? (
        <EmptyState
          title="Nothing to compare yet"
          action={<LinkButton href="/documents/letters#add">Add a letter</LinkButton>}
        >
          With the writers that you ask, and what each can speak of, this page says what no letter says.
        </EmptyState>
      ) : (
        <div className="space-y-5">
          {target && (
            <Panel
              id="change"
              title={`Letters for ${target.program.sponsor}`}
              lead={`At most ${MOST_PER_PROGRAM}.`}
            >
              <ProgramLettersForm letters={letters} target={target} today={today} />
            </Panel>
          )}
          <Panel id="topics" title="What directors look for, by letter">
            {sentences.length > 1 && (
              <ul className="mb-4 max-w-prose list-disc space-y-1 pl-5">
                {sentences.slice(1).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            <CoverageTable letters={letters} coverage={coverage} />
          </Panel>
          <Panel
            id="programs"
            title="By program"
            lead={
              programs.length === 0
                ? 'No program is on your list yet.'
                : bare.length === 0
                  ? 'Each program has at least one letter planned or assigned.'
                  : `${bare.length} of ${programs.length} ${programs.length === 1 ? 'program has' : 'programs have'} no letter yet.`
            }
          >
            <div className="space-y-6">
              {bare.length > 0 && (
                <SameLettersForm
                  letters={letters}
                  suggested={suggestSet(letters).map(({ id }) => id)}
                  count={bare.length}
                  today={today}
                />
              )}
              {programs.length > 0 && <ProgramTable letters={letters} programs={programs} />}
            </div>
          </Panel>
        </div>
      )}
    </>
  )
}
