import { SourceNote } from '@/app/_ui/source-note'
import { CONTEXT_FIGURES } from '@/lib/facts/context-figures'
import type { Pathway } from '@/lib/programs/pathway'

/** Of a figure that speaks of several specialties only the door's own is shown: figures stand singly. */
const OWN_VALUE: Readonly<Record<string, Readonly<Partial<Record<Pathway, string>>>>> = {
  match_rate_2015_2024: { peds_mgg: 'pediatrics-genetics', mgg: 'two-year genetics' },
  share_2025: { pediatrics: 'pediatrics', internal_medicine: 'internal medicine' },
}

/** One published figure with its year and source: context for a reader, in no computation. */
export function ContextFigure({ figureKey, pathway }: { figureKey: string; pathway: Pathway }) {
  const figure = CONTEXT_FIGURES.find(({ value }) => value.key === figureKey)
  if (!figure) return null
  const { label, unit, key } = figure.value
  const own = OWN_VALUE[key]
  const values = figure.value.values.filter(({ name }) => own === undefined || own[pathway] === name)
  const note = key === 'match_rate_2015_2024' ? figure.note : null
  return (
    <p className="max-w-prose text-sm text-mute">
      {label}:{' '}
      {values
        .map(({ name, value }) => (unit === 'percent' ? `${value} percent in ${name}` : `${value} ${name}`))
        .join(', ')}
      . {note && `${note} `}Context only, not a chance of matching.{' '}
      <SourceNote
        title={figure.source.title}
        href={figure.source.url}
        year={figure.source.year}
        confidence={figure.confidence}
      />
    </p>
  )
}
