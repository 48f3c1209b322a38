import 'server-only'
import type { Scope } from '@/db/access'
import type { Seat } from '@/db/queries/mentor-seat'
import { listPrograms } from '@/db/queries/programs'
import type { ActionState } from '@/lib/errors/action-state'

/** The institutions of the catalogue as a mentor ticks them, each by the id of one of its programs. */
export async function seatPrograms(scope: Scope): Promise<{ id: string; sponsor: string }[]> {
  const programs = await listPrograms({ tx: scope.tx, viewerId: null })
  return programs.flatMap(({ id, sponsor }, index) =>
    programs.findIndex((one) => one.sponsor === sponsor) === index ? [{ id, sponsor }] : [],
  )
}

/** What the form answers when the institutions found are to be ticked first. */
export function askForPrograms(values: Omit<Seat, 'since'>): ActionState {
  return {
    status: 'preview',
    message: 'Not saved yet. Tick where you work among the places with a program, then send it once more.',
    values: {
      name: values.name,
      works: 'yes',
      institution: values.institution ?? '',
    },
  }
}
