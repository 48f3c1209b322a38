import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { readLettersBasisAnd } from '@/app/_server/letters-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { LetterFields } from '@/app/(app)/profile/_components/entry-fields'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import { LETTER_LIMITS } from '@/lib/facts/eras-limits'
import { citation } from '@/lib/fit/criteria'
import { nextAsk } from '@/lib/letters/asking'
import { overUse } from '@/lib/letters/coverage'
import { MOST_PER_PROGRAM } from '@/lib/letters/letter'
import { lettersSentence } from '@/lib/letters/problems'
import { coverageSentences } from '@/lib/letters/words'
import { WaitingMark } from '../../mentors/_notes/waiting-mark'
import { LetterRow } from './_components/letter-row'
import { ProblemList } from './_components/problem-list'
import { addLetterAction } from './actions'

export const metadata: Metadata = { title: 'Letters' }

export default async function LettersPage({ searchParams }: PageProps<'/documents/letters'>) {
  const [{ done }, { letters: basis, also }] = await Promise.all([
    searchParams,
    readLettersBasisAnd(listWaitingThreads),
  ])
  const { letters, problems, coverage, needBy, desk } = basis
  const { today, zone } = desk.basis
  return (
    <>
      {done === 'removed' && <ToastLine message="The letter is removed." />}
      <PageHeader
        above={<BackLink href="/documents">Documents</BackLink>}
        title="Letters"
        lead={lettersSentence(letters, problems)}
        actions={
          letters.length > 0 && (
            <LinkButton href="/documents/letters/coverage">Coverage and programs</LinkButton>
          )
        }
      />
      <div className="space-y-5">
        {problems.length > 0 && <ProblemList problems={problems} />}
        {letters.length === 0 ? (
          <EmptyState title="No letter yet">
            Enter each writer whom you ask or mean to ask. Locus then follows the letter from your request to
            the programs that read it, and says what no letter speaks of.
          </EmptyState>
        ) : (
          <Panel id="letters" title={letters.length === 1 ? 'One letter' : `${letters.length} letters`}>
            <ul className="divide-y divide-line">
              {letters.map((letter) => (
                <LetterRow
                  key={letter.id}
                  letter={letter}
                  next={nextAsk(letter, needBy)}
                  today={today}
                  zone={zone}
                  mark={<WaitingMark waiting={also ?? []} kind="letter" id={letter.id} />}
                />
              ))}
            </ul>
          </Panel>
        )}
        <Panel
          id="add"
          title="Another letter"
          lead="The same list as in your profile: a letter that you enter here counts in your fit too."
        >
          <ActionForm id="add-letter" action={addLetterAction} aria-label="Add a letter">
            <FormDisclosure summary="Add a letter" isOpen={letters.length === 0}>
              <input type="hidden" name="formId" value={randomUUID()} />
              <LetterFields />
              <SubmitButton>Add this letter</SubmitButton>
            </FormDisclosure>
          </ActionForm>
        </Panel>
        {letters.length > 0 && (
          <Panel
            id="says"
            title="What the letters say together"
            actions={
              <LinkButton href="/documents/letters/coverage" isSmall>
                See by letter
              </LinkButton>
            }
          >
            <ul className="max-w-prose list-disc space-y-1 pl-5">
              {coverageSentences(coverage, overUse(coverage)).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Panel>
        )}
        <p className="max-w-prose text-sm text-mute">
          At most {MOST_PER_PROGRAM} letters go to one program; writers upload them themselves, in AAMC’s
          Letter Writer Portal.{' '}
          <SourceNote
            title={LETTER_LIMITS.source.title}
            href={LETTER_LIMITS.source.url}
            year={LETTER_LIMITS.source.year}
            confidence={LETTER_LIMITS.confidence}
          />
          . What letters should speak of: {citation(['A5', 'E5', 'B7'])}.
        </p>
      </div>
    </>
  )
}
