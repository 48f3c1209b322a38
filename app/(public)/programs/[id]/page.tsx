import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { type FitBasis, readFitBasis } from '@/app/_server/fit-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { DescriptionList } from '@/app/_ui/description-list'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { LedgerView } from '@/app/(app)/list/_components/ledger-view'
import { UnlockPanel } from '@/app/(app)/list/_components/unlock-panel'
import { addEntryAction } from '@/app/(app)/list/actions'
import { withPublicScope } from '@/db/access'
import { getProgram } from '@/db/queries/programs'
import { AppError } from '@/lib/errors/app-error'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { PATHWAY_WORDS, pathwayShortName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'
import { fellowshipCycles, fellowshipCycleWords } from '@/lib/season/fellowship'
import type { Season } from '@/lib/season/season'
import { programUnlocks } from '@/lib/strategy/unlocks'
import { FactGroups } from '../_components/fact-groups'
import { PathwayContext, PathwayFigure } from '../_components/pathway-context'

const DONE: Readonly<Record<string, string>> = {
  added: 'Your program is saved. Only you see it.',
  listed: 'Your program is saved and on your list. Only you see it.',
  saved: 'Your changes are saved.',
}

export async function generateMetadata({ params }: PageProps<'/programs/[id]'>): Promise<Metadata> {
  const [{ id }, viewer] = await Promise.all([params, getViewer()])
  try {
    const program = await withPublicScope(viewer, (scope) => getProgram(scope, id))
    return { title: `${program.sponsor}, ${pathwayShortName(program.pathway)}` }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}

export default async function ProgramPage({ params, searchParams }: PageProps<'/programs/[id]'>) {
  const [{ id }, { done }, viewer] = await Promise.all([params, searchParams, getViewer()])
  const basis = await readFitBasis(viewer)
  const program = basis.programs.find((candidate) => candidate.id === id)
  if (!program) notFound()
  const entry = basis.person?.entries.find(({ programId }) => programId === id)
  return (
    <>
      {typeof done === 'string' && DONE[done] && <ToastLine message={DONE[done]} />}
      <PageHeader
        above={<BackLink href="/programs">Programs</BackLink>}
        title={program.sponsor}
        lead={[program.name, placeWords(program), program.isOwn && 'your own entry']
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            {program.isOwn && <LinkButton href={`/programs/${id}/edit`}>Edit</LinkButton>}
            {entry ? (
              <LinkButton href={`/list/${entry.id}`}>On your list</LinkButton>
            ) : (
              <ActionForm action={addEntryAction} id="add" className="">
                <input type="hidden" name="programId" value={id} />
                <input type="hidden" name="back" value={`/programs/${id}`} />
                {!viewer && <input type="hidden" name="visitor" value="yes" />}
                <SubmitButton pendingLabel="Adding…">Add to list</SubmitButton>
              </ActionForm>
            )}
          </>
        }
      />
      <div className="space-y-5">
        <ForYou basis={basis} program={program} appliedOn={entry?.appliedOn ?? null} />
        <Panel
          id="facts"
          title="What is known of it"
          lead={
            program.isOwn
              ? `What you entered yourself, for season ${basis.season.year}. Ask the program before you pay.`
              : `Read on copies of public pages, for season ${basis.season.year}. Nothing was checked on a live site: ask the program before you pay.`
          }
        >
          <div className="@container">
            <FactGroups program={program} seasonYear={basis.season.year} />
          </div>
        </Panel>
        <PathwayPanel program={program} season={basis.season} />
      </div>
    </>
  )
}

function ForYou({
  basis: { person, season, today },
  program,
  appliedOn,
}: {
  basis: FitBasis
  program: CatalogueProgram
  appliedOn: string | null
}) {
  if (!person) {
    return (
      <>
        {program.pathway === 'mgg' && <PathwayContext pathway="mgg" applicant={null} />}
        <Panel
          title="How it stands for you"
          lead="Enter what you have, without an account: each program is then read against it, open or closed, with every reason and its source."
          actions={<LinkButton href="/profile">Try it</LinkButton>}
        />
      </>
    )
  }
  const { applicant } = person
  const read = { applicant, program, season, policy: FIT_POLICY, today, appliedOn }
  const ledger = evaluateFit(read)
  return (
    <>
      <LedgerView
        ledger={ledger}
        isFolded
        next={<UnlockPanel ledger={ledger} unlocks={programUnlocks(read)} isBrief />}
      />
      {ledger.standing === 'not_yet_eligible' && program.pathway === 'mgg' && <PathwayFigure pathway="mgg" />}
    </>
  )
}

function PathwayPanel({ program, season }: { program: CatalogueProgram; season: Season }) {
  const words = PATHWAY_WORDS[program.pathway]
  const isFellowship = program.pathway === 'mgg' || program.pathway === 'mfm_mgg'
  return (
    <Panel
      id="pathway"
      title={words.name}
      lead="The pathway decides the match, the calendar, the fees and who may enter."
    >
      <DescriptionList
        items={[
          { term: 'Length', value: words.length ?? 'Not known' },
          { term: 'Match', value: words.match },
          { term: 'Who may enter', value: words.entry },
          {
            term: 'Calendar',
            value: isFellowship ? (
              <ul className="list-disc space-y-1 pl-5">
                {fellowshipCycles(season).map((cycle) => (
                  <li key={cycle.name}>{fellowshipCycleWords(cycle)}</li>
                ))}
              </ul>
            ) : (
              <a href={`/season?season=${season.year}`}>The Main Match of season {season.year}</a>
            ),
          },
          ...(words.source
            ? [
                {
                  term: 'Source',
                  value: (
                    <SourceNote title={words.source.title} href={words.source.url} year={words.source.year} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
