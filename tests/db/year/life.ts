import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { type Scope, withOwnScope } from '@/db/access'
import { addOwnItem, markDone } from '@/db/queries/checklist'
import { addClinicalExperience } from '@/db/queries/clinical-experiences'
import { addContact, setFollowedUp } from '@/db/queries/contacts'
import { ensureCycle, getCurrentCycle } from '@/db/queries/cycles'
import { addExamAttempt, listExamAttempts, saveExamAttempt } from '@/db/queries/exams'
import { addInterview, saveInvitation } from '@/db/queries/interview-invitation'
import { setThankYou } from '@/db/queries/interview-notes'
import { stampsOf } from '@/db/queries/interview-stamps'
import { bookInterview, moveInterview } from '@/db/queries/interview-steps'
import { getInterview } from '@/db/queries/interviews'
import { addLetter } from '@/db/queries/letters'
import { addEntry, addStatusChange, listEntries } from '@/db/queries/list'
import { certifyOrder, findRank, saveOrder } from '@/db/queries/rank'
import { saveMatchResult } from '@/db/queries/soap'
import type { UserViewer } from '@/lib/access/viewer'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import type { Exam, Outcome } from '@/lib/exams/attempt'
import type { EntryStatus } from '@/lib/list/status'
import { orderKey } from '@/lib/rank/rank-list'

/** What Asha does in her year, in the words of the app's own queries. Each deed is of one of her days. */
export function lifeOf(viewer: UserViewer, owner: postgres.Sql) {
  const mine = <T>(work: (scope: Scope) => Promise<T>) => withOwnScope(viewer, work)
  const entryOf = async (scope: Scope, programId: string) =>
    (await listEntries(scope)).find((entry) => entry.programId === programId)?.id ?? ''
  const interviewIds = new Map<string, string>()
  const interviewAt = (programId: string) => interviewIds.get(programId) ?? ''

  return {
    /** Her profile at the start: a graduate who needs a J-1, with Step 1 passed and nothing of ECFMG but the application. */
    async joins(seasonYear: number, step1On: CalendarDate) {
      await owner`insert into applicant_profiles ${owner({
        applicant_id: viewer.userId,
        visa_need: 'needs_visa',
        acceptable_visas: ['j1'],
        graduation_status: 'graduated',
        graduation_on: '2025-06-30',
        ecfmg_status: 'in_progress',
        ecfmg_steps: ['application'],
        clinical_recorded: 'none',
        letters_recorded: 'none',
        preferred_pathways: ['peds_mgg'],
      })}`
      await mine((scope) => ensureCycle(scope, seasonYear))
      await this.sits('step1', step1On, 'pass', null, step1On)
    },
    /** Plans or records an exam; a second call for the same exam changes what was planned. */
    async sits(
      exam: Exam,
      takenOn: CalendarDate,
      outcome: Outcome,
      score: number | null,
      today: CalendarDate,
    ) {
      await mine(async (scope) => {
        const input = { exam, takenOn, outcome, score, oet: null }
        const stored = (await listExamAttempts(scope)).find((attempt) => attempt.exam === exam)
        if (!stored) await addExamAttempt(scope, input, { formId: randomUUID(), today })
        else await saveExamAttempt(scope, stored.id, { input, version: stored.version, today })
      })
    },
    async ticks(doneOn: CalendarDate, ...itemIds: string[]) {
      await mine(async (scope) => {
        const { id: cycleId } = await getCurrentCycle(scope)
        for (const itemId of itemIds) await markDone(scope, { cycleId, itemId, doneOn })
      })
    },
    async writesDown(title: string, dueOn: CalendarDate) {
      await mine(async (scope) => {
        const values = { title, dueOn, note: '', waitsFor: null }
        const { id: cycleId } = await getCurrentCycle(scope)
        await addOwnItem(scope, { cycleId, formId: randomUUID(), values })
      })
    },
    async observes(weeks: number) {
      const place = 'A genetics clinic'
      await mine((scope) =>
        addClinicalExperience(
          scope,
          { kind: 'observership', specialty: 'genetics', place, weeks },
          randomUUID(),
        ),
      )
    },
    async hasLetters(state: 'promised' | 'in_hand', ...authors: ('us_geneticist' | 'home_geneticist')[]) {
      await mine(async (scope) => {
        for (const author of authors)
          await addLetter(scope, { author, state, topics: [], writer: '' }, randomUUID())
      })
    },
    async lettersArrive() {
      await owner`update letters set state = 'in_hand' where applicant_id = ${viewer.userId}`
    },
    async lists(...programIds: string[]) {
      await mine(async (scope) => {
        const { id: cycleId } = await getCurrentCycle(scope)
        for (const programId of programIds) await addEntry(scope, { cycleId, programId })
      })
    },
    async sets(status: EntryStatus, on: CalendarDate, ...programIds: string[]) {
      await mine(async (scope) => {
        for (const programId of programIds) {
          const entryId = await entryOf(scope, programId)
          await addStatusChange(scope, { entryId, status, on, note: '', formId: randomUUID() })
        }
      })
    },
    async isInvited(programId: string, on: CalendarDate, invitedAt: Instant, zone: string) {
      const id = await mine(async (scope) => {
        const entryId = await entryOf(scope, programId)
        const came = { entryId, state: 'invited', invitedAt, isInvitedHourKnown: true } as const
        const made = await addInterview(scope, { ...came, invitationText: '', on, formId: randomUUID() })
        const details = {
          format: 'video',
          zone,
          bookingUrl: '',
          place: '',
          replyBy: null,
          slots: [],
        } as const
        const seen = stampsOf(await getInterview(scope, made)).invitation
        await saveInvitation(scope, made, { details, seen })
        return made
      })
      interviewIds.set(programId, id)
    },
    async books(
      programId: string,
      slot: { date: CalendarDate; time: string },
      zone: string,
      on: CalendarDate,
    ) {
      await mine(async (scope) => {
        const id = interviewAt(programId)
        const { version } = await getInterview(scope, id)
        const booked = { slot: { ...slot, pass: null }, minutes: 180, zone }
        await bookInterview(scope, id, { ...booked, version, formId: randomUUID(), note: '', on })
      })
    },
    async hasTalked(programId: string, on: CalendarDate) {
      await mine(async (scope) => {
        const id = interviewAt(programId)
        const { version } = await getInterview(scope, id)
        await moveInterview(scope, id, { to: 'done', on, version, formId: randomUUID(), note: '' })
      })
    },
    async thanks(programId: string, on: CalendarDate) {
      await mine((scope) => setThankYou(scope, interviewAt(programId), { state: 'sent', on }))
    },
    async asks(programId: string, on: CalendarDate, followUpOn: CalendarDate) {
      return mine(async (scope) =>
        addContact(scope, {
          entryId: await entryOf(scope, programId),
          on,
          kind: 'question',
          direction: 'sent',
          channel: 'email',
          outcome: 'waiting',
          followUpOn,
          person: '',
          text: '',
          formId: randomUUID(),
        }),
      )
    },
    async followsUp(contactId: string) {
      await mine((scope) => setFollowedUp(scope, contactId))
    },
    async isCertified(certifiedOn: CalendarDate) {
      await owner`update applicant_profiles set ecfmg_status = 'certified', ecfmg_certified_on = ${certifiedOn},
        ecfmg_valid_until = '2034-12-31', is_ecfmg_permanent = false where applicant_id = ${viewer.userId}`
    },
    async reachesEcfmg(...steps: string[]) {
      await owner`update applicant_profiles set ecfmg_steps = ${steps} where applicant_id = ${viewer.userId}`
    },
    async certifiesRanks(on: CalendarDate) {
      await mine(async (scope) => {
        const rank = await findRank(scope)
        if (!rank) return
        const next = { order: rank.candidates.map(({ entryId }) => entryId), leftOff: [] }
        await saveOrder(scope, { next, before: orderKey(rank) })
        await certifyOrder(scope, { before: orderKey(next), on })
      })
    },
    async hears(result: 'matched', on: CalendarDate, programId: string | null) {
      await mine(async (scope) => {
        const matchedEntryId = programId && (await entryOf(scope, programId))
        await saveMatchResult(scope, { result, on, matchedEntryId })
      })
    },
  }
}
