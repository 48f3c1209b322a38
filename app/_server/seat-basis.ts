import 'server-only'
import type { Scope } from '@/db/access'
import type { Seat } from '@/db/queries/mentor-seat'
import { listPrograms } from '@/db/queries/programs'
import type { ActionState } from '@/lib/errors/action-state'
import { pathwayName } from '@/lib/programs/pathway-words'

/** The programs of the catalogue as a mentor ticks them: each by where it is and what it trains for. */
export async function seatPrograms(scope: Scope): Promise<{ id: string; sponsor: string; label: string }[]> {
  const programs = await listPrograms({ tx: scope.tx, viewerId: null })
  return programs.map(({ id, sponsor, pathway }) => ({
    id,
    sponsor,
    label: `${sponsor}, ${pathwayName(pathway)}`,
  }))
}

/** What the form answers when the programs of the institution are to be ticked first. */
export function askForPrograms(values: Omit<Seat, 'since'>): ActionState {
  return {
    status: 'preview',
    message: 'Not saved yet. Tick the programs for which you may help to select, then send it once more.',
    values: {
      name: values.name,
      works: 'yes',
      institution: values.institution ?? '',
    },
  }
}
