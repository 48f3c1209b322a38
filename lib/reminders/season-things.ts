import { formatEastern } from '@/lib/dates/format'
import { isDated } from '@/lib/season/events'
import type { Season, SeasonEventKey } from '@/lib/season/season'
import type { DatedThing } from './dated-thing'

type Words = { title: string; urgency: DatedThing['urgency'] }

/** The season's dates that one is reminded of, and those of them that shut a door. */
const EVENTS: Partial<Record<SeasonEventKey, Words>> = {
  eras_season_opens: { title: 'ERAS season opens', urgency: 'ordinary' },
  img_eras_token_available: { title: 'ERAS tokens for IMG applicants', urgency: 'ordinary' },
  eras_submit_opens: { title: 'ERAS applications may be submitted', urgency: 'ordinary' },
  nrmp_registration_opens: { title: 'NRMP registration opens', urgency: 'ordinary' },
  eras_program_review_opens: { title: 'Programs begin to review applications', urgency: 'urgent' },
  ecfmg_pathways_deadline: { title: 'ECFMG Pathways: last day to apply', urgency: 'urgent' },
  nrmp_standard_registration_deadline: {
    title: 'NRMP registration: last day without a late fee',
    urgency: 'urgent',
  },
  nrmp_ranking_opens: { title: 'NRMP ranking opens', urgency: 'ordinary' },
  nrmp_rol_deadline: { title: 'Rank list: last moment to certify', urgency: 'urgent' },
  match_week_start: { title: 'Match Week begins: matched or not', urgency: 'ordinary' },
  match_day: { title: 'Match Day', urgency: 'ordinary' },
}

/** The dates of a season to be reminded of. Days in Eastern time, as the bodies set them; an hour stands in the title. */
export function seasonThings(season: Season): DatedThing[] {
  return season.events.flatMap((event) => {
    const words = EVENTS[event.key]
    if (!words || !isDated(event)) return []
    const hour = event.at ? formatEastern(event.at).split(', ')[1] : undefined
    return [
      {
        kind: 'season' as const,
        id: `${season.year}:${event.key}`,
        title: hour ? `${words.title}, ${hour}` : words.title,
        urgency: words.urgency,
        href: '/season',
        isProjected: event.status === 'projected',
        isDone: false,
        on: event.on,
        at: null,
      },
    ]
  })
}
