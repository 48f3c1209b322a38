import type { Checklist } from '@/lib/checklist/checklist'
import { contactDatedThings, type LoggedContact } from '@/lib/contacts/log'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { interviewDatedThings } from '@/lib/interviews/dated-things'
import type { Interview } from '@/lib/interviews/interview'
import { letterDatedThings } from '@/lib/letters/dated-things'
import type { TrackedLetter } from '@/lib/letters/letter'
import { neededBy } from '@/lib/letters/needed-by'
import { paperDatedThings } from '@/lib/papers/dated-things'
import type { PaperTrack } from '@/lib/papers/paper'
import { isPaperDone } from '@/lib/papers/papers'
import type { Season } from '@/lib/season/season'
import { outsideOfferThings, soapThings } from '@/lib/soap/dated-things'
import { type SoapStanding, soapEligibility } from '@/lib/soap/desk'
import type { OutsideOfferRow } from '@/lib/soap/record'
import { checklistThings, coveredEvents } from './checklist-things'
import type { DatedThing } from './dated-thing'
import { examThings } from './exam-things'
import { seasonThings } from './season-things'

/** Everything of one person's in which dates are found. */
export type DatedGrounds = {
  /** Null, as the checklist and the standing after the Match, for someone who has not begun a cycle. */
  season: Season | null
  checklist: Checklist | null
  soap: { standing: SoapStanding; hasPosition: boolean } | null
  attempts: readonly ExamAttempt[]
  interviews: readonly Interview[]
  contacts: readonly LoggedContact[]
  offers: readonly OutsideOfferRow[]
  letters: readonly TrackedLetter[]
  paperTracks: readonly PaperTrack[]
  /** The person's own, for the hours at which a letter is asked for. */
  zone: string
  /** The name of a program by its id; undefined for one that is not known any more. */
  nameOf: (programId: string) => string | undefined
}

/**
 * Everything of a person's that has a date to be reminded of, past and done things too. A part of the app that has dates
 * adds itself here: reminders, the list in the app, home and the calendar all read this one.
 */
export function allDatedThings(grounds: DatedGrounds): DatedThing[] {
  const { season, checklist, soap, attempts, interviews, contacts, offers, letters, paperTracks, zone } =
    grounds
  const nameOf = (programId: string) => grounds.nameOf(programId) ?? 'a program'
  const covered = checklist ? coveredEvents(checklist) : new Set<string>()
  return [
    ...(season ? seasonThings(season).filter(({ id }) => !covered.has(id.split(':')[1] ?? '')) : []),
    ...(checklist ? checklistThings(checklist) : []),
    ...examThings(attempts),
    ...interviewDatedThings(interviews, nameOf),
    ...contactDatedThings(contacts, nameOf),
    ...letterDatedThings(letters, { needBy: neededBy(checklist), own: zone }),
    ...paperDatedThings(paperTracks, (paper) => isPaperDone(paper, checklist)),
    // Who holds a position needs none of SOAP.
    ...(season && soap && !soap.hasPosition ? soapThings(season, soapEligibility(soap.standing)) : []),
    ...(season && soap
      ? outsideOfferThings(offers, { season, isRegistered: soap.standing.isRegistered })
      : []),
  ]
}
