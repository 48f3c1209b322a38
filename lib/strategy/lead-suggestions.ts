import { createEvaluator } from '@/lib/fit/evaluate'
import type { ProgramLead } from '@/lib/programs/catalogue-program'
import type { Program } from '@/lib/programs/fact'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { folded } from '@/lib/programs/search'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen } from './standing-order'

/** An institution worth checking, and the pathways that would be open to this person if it has them. */
export type LeadSuggestion = {
  lead: ProgramLead
  pathways: readonly Pathway[]
  isPreferredState: boolean
  /** What was found there; null where all of it is about visas and the person needs none. */
  note: string | null
}

const ABOUT_VISAS = /\b(J-1|H-1B|visas?)\b/i

/**
 * Unverified leads that are worth this person's check (DESIGN.md 5): at an institution that is neither on the list nor in
 * the catalogue, with a pathway that is open to them as far as is known; preferred states first, then the one with more
 * pathways. They are not programs: nothing of them is read but what would hold for any program of that pathway.
 */
export function suggestLeads(
  setting: StrategySetting,
  input: {
    leads: readonly ProgramLead[]
    programs: readonly ListedProgram[]
    catalogue: readonly Pick<Program, 'sponsor' | 'state' | 'pathway'>[]
  },
): readonly LeadSuggestion[] {
  const evaluate = createEvaluator(setting)
  const known = [...input.catalogue, ...input.programs.map(({ program }) => program)]
  const isKnown = (lead: ProgramLead, pathway: Pathway) =>
    known.some(
      (program) =>
        program.pathway === pathway &&
        (folded(program.sponsor) === folded(lead.sponsor) ||
          (program.state === lead.state && sharesName(program.sponsor, lead.sponsor))),
    )
  const { preferences, visa } = setting.applicant
  const { states } = preferences
  return input.leads
    .map((lead) => ({
      lead,
      pathways: PATHWAYS.filter(
        (pathway) =>
          lead.pathways.includes(pathway) &&
          !isKnown(lead, pathway) &&
          isOpen(evaluate(unknownProgram(lead, pathway), null).standing),
      ),
      isPreferredState: lead.state !== null && states.includes(lead.state),
      note: visa.need === 'no_visa_needed' && ABOUT_VISAS.test(lead.found) ? null : lead.found,
    }))
    .filter(({ pathways }) => pathways.length > 0)
    .sort(
      (a, b) =>
        Number(b.isPreferredState) - Number(a.isPreferredState) ||
        b.pathways.length - a.pathways.length ||
        (a.lead.sponsor < b.lead.sponsor ? -1 : 1),
    )
}

/** Words that many sponsors share, and so name none of them. */
const COMMON =
  /^(the|and|for|university|college|school|medicine|medical|science|sciences|center|hospitals?|clinics?|children s|childrens?|health|genetics?|institute|program|programs|new|north|south|east|west|saint|state)$/

/** Whether two sponsors of one state go by one name, such as Stanford University and Stanford Hospital and Clinics. */
function sharesName(one: string, other: string): boolean {
  const words = new Set(namesIn(one))
  return namesIn(other).some((word) => words.has(word))
}

function namesIn(sponsor: string): readonly string[] {
  return folded(sponsor)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !COMMON.test(word))
}

/** A program of which nothing is known: only its pathway speaks. */
function unknownProgram({ id, sponsor, city, state }: ProgramLead, pathway: Pathway): Program {
  return { id, sponsor, name: '', city, state, pathway, isOwn: false, facts: [] }
}
