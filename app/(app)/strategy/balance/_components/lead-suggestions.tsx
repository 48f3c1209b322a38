import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'
import type { LeadSuggestion } from '@/lib/strategy/lead-suggestions'

/** Institutions to check, apart from the programs that are known: each is marked unverified and becomes a program only by one's own hand. */
export function LeadSuggestions({ found, more }: { found: readonly LeadSuggestion[]; more: number }) {
  return (
    <Panel
      id="leads"
      title="Unverified: institutions to check"
      lead="No page that we found shows a genetics residency there, which says nothing about whether they run one. Check FREIDA, the NRMP directory or the institution before you count on any."
    >
      <ul className="divide-y divide-line">
        {found.map(({ lead, pathways, isPreferredState, note }) => (
          <li
            key={lead.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
                {lead.sponsor}
                <StatusChip tone="unknown">unverified</StatusChip>
                <span className="font-normal text-mute">{placeWords(lead)}</span>
              </h3>
              <p className="max-w-prose text-sm text-mute">
                To check: {pathways.map(pathwayShortName).join(', ')}, open to you if it has it.
                {isPreferredState && ' In a state that you prefer.'}
                {note !== null && ` ${note}.`}
              </p>
            </div>
            <span className="no-print">
              <LinkButton href={`/programs/new?lead=${lead.id}`} isSmall>
                Add as your own<span className="sr-only">: {lead.sponsor}</span>
              </LinkButton>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-3 text-sm text-mute">
          {more} more {more === 1 ? 'stands' : 'stand'} beneath <a href="/programs#leads">the catalogue</a>.
        </p>
      )}
    </Panel>
  )
}
