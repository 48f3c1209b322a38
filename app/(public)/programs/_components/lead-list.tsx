import { Disclosure } from '@/app/_ui/disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import type { ProgramLead } from '@/lib/programs/catalogue-program'
import { PATHWAYS } from '@/lib/programs/pathway'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'

/** Institutions named for checking: shown apart from the programs, never counted among them, each with a way to make it one's own. */
export function LeadList({ leads, isOpen }: { leads: readonly ProgramLead[]; isOpen: boolean }) {
  return (
    <section id="leads" className="mt-12">
      <h2 className="text-lg font-semibold">Named elsewhere, unverified</h2>
      <p className="mt-1 max-w-prose text-mute">
        No page that we found shows a genetics residency at these institutions. That says nothing about
        whether they run one: check FREIDA, the NRMP directory or the institution, and add what you find as a
        program of your own.
      </p>
      <div className="mt-3">
        <Disclosure
          summary={`${leads.length} ${leads.length === 1 ? 'institution' : 'institutions'} to check`}
          isOpen={isOpen}
        >
          <ul className="grid gap-x-8 sm:grid-cols-2">
            {leads.map((lead) => (
              <li
                key={lead.id}
                className="flex items-start justify-between gap-4 border-b border-line py-3 text-sm"
              >
                <div className="min-w-0">
                  <p className="font-medium">{lead.sponsor}</p>
                  <p className="text-mute">
                    {[
                      placeWords(lead),
                      `to check: ${PATHWAYS.filter((pathway) => lead.pathways.includes(pathway))
                        .map(pathwayShortName)
                        .join(', ')}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <p className="text-mute">{lead.found}</p>
                </div>
                <LinkButton href={`/programs/new?lead=${lead.id}`} kind="quiet" isSmall>
                  Add<span className="sr-only"> {lead.sponsor}</span> as your own
                </LinkButton>
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </section>
  )
}
