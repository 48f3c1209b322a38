import { Notice } from '@/app/_ui/notice'
import { SourceNote } from '@/app/_ui/source-note'
import { CONTEXT_FIGURES } from '@/lib/facts/context-figures'
import { TWO_YEAR_GENETICS } from '@/lib/facts/training-structure'
import type { Applicant } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import { PATHWAY_WORDS } from '@/lib/programs/pathway-words'

/** Which published figure belongs to a pathway; that of two-year genetics is for those alone who cannot enter it yet. */
const FIGURE_OF: Readonly<Partial<Record<Pathway, string>>> = {
  peds_mgg: 'peds_mgg_2025',
  im_mgg: 'im_mgg_2025',
  mgg: 'mgg_2026',
}

/** What a pathway is, who may enter it, and one published figure as context: shown, never computed with. */
export function PathwayContext({ pathway, applicant }: { pathway: Pathway; applicant: Applicant | null }) {
  const words = PATHWAY_WORDS[pathway]
  const needed = TWO_YEAR_GENETICS.value.minAcgmeMonths
  const isNotYetOpen = pathway === 'mgg' && (applicant?.training.acgmeMonths ?? 0) < needed
  return (
    <div className="mb-5">
      <Notice
        kind={isNotYetOpen ? 'warn' : 'info'}
        word={isNotYetOpen ? 'Not open to you yet: needs an ACGME year' : words.name}
      >
        {isNotYetOpen && applicant === null && 'That is so for everyone who comes straight from abroad. '}
        {words.entry} {words.length && `It takes ${words.length}. `}
        {words.match}.
        {words.source && (
          <>
            {' '}
            <SourceNote title={words.source.title} href={words.source.url} year={words.source.year} />
          </>
        )}
        {(pathway !== 'mgg' || isNotYetOpen) && <PathwayFigure pathway={pathway} />}
      </Notice>
    </div>
  )
}

/** One published figure of a pathway, singly and with its source. Two-year genetics' stands only beneath its "not yet". */
export function PathwayFigure({ pathway }: { pathway: Pathway }) {
  const figure = CONTEXT_FIGURES.find(({ value }) => value.key === FIGURE_OF[pathway])
  if (!figure) return null
  return (
    <p className="mt-2 max-w-prose text-sm text-mute">
      {figure.value.label}: {figure.value.values.map(({ name, value }) => `${value} ${name}`).join(', ')}.
      Context only: it says nothing of your chances.{' '}
      <SourceNote
        title={figure.source.title}
        href={figure.source.url}
        year={figure.source.year}
        confidence={figure.confidence}
      />
    </p>
  )
}
