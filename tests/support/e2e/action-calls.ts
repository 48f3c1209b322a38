import { createHash, randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Talk } from '../../factories/talk'
import type { Worker } from './people'

type Fields = Readonly<Record<string, string>>

/** Rows of hers that no form of a fresh cycle names, made so that a call about them would change something. */
async function createNamedRows(owner: postgres.Sql, { userId, work, marker }: Worker) {
  const insert = async (table: string, row: Record<string, string | number | Date>): Promise<string> => {
    const [made] = await owner<{ id: string }[]>`
      insert into ${owner(table)} ${owner({ applicant_id: userId, ...row })} returning id`
    return made?.id ?? ''
  }
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  const criterion = `own-${randomUUID()}`
  await insert('rank_criteria', {
    cycle_id: work.cycleId,
    code: criterion,
    label: `${marker} near`,
    weight: 3,
  })
  const factId = randomUUID()
  await owner`insert into program_facts (id, program_id, owner_id, field, value_text, scope, origin, confidence, source_kind, source_title)
    values (${factId}, ${work.ownProgramId}, ${userId}, 'visa_j1', 'yes', 'program', 'told', 'secondary', 'told', ${`${marker} told`})`
  const [change] = await owner<{ id: string; on: string }[]>`
    select id, on_date::text as on from status_changes where applicant_id = ${userId} limit 1`
  return {
    criterion,
    factId,
    change: { id: change?.id ?? '', on: change?.on ?? '' },
    planId: await insert('study_plans', {
      exam: 'step2ck',
      exam_on: '2027-06-28',
      start_on: '2027-04-05',
      questions_left: 900,
      most_per_day: 80,
      rest_weekday: 0,
      assessments: 3,
      weak_systems: '{}',
      weak_topics: '{}',
      genetics_areas: '{}',
    }),
    invitationId: await insert('invitations', {
      token_hash: randomUUID(),
      mentor_label: `${marker} adviser`,
      applicant_name: marker,
      expires_at: days(7),
    }),
    linkId: await insert('share_links', {
      token_hash: randomUUID(),
      label: `${marker} dean`,
      applicant_name: marker,
      expires_at: days(7),
    }),
  }
}

/**
 * Calls of the actions whose forms stand on no page of hers as it is: after something was removed, in other weeks of the
 * season, for people who are signed out. Each names her rows where such a form would.
 */
export async function callsByHand(
  owner: postgres.Sql,
  ana: Worker,
  { questionId }: Talk,
): Promise<Readonly<Record<string, Fields>>> {
  const { work } = ana
  const named = await createNamedRows(owner, ana)
  const [entryId = '', otherId = ''] = work.entryIds
  const [practiceId = ''] = work.practiceIds
  const formId = randomUUID()
  const pair = { preferredId: entryId, otherId }
  const token = 'x'.repeat(32)
  return {
    acceptDatesAction: { back: '/home' },
    addContactAction: {
      formId,
      entryId,
      intent: 'save',
      kind: 'question',
      direction: 'sent',
      channel: 'email',
      outcome: 'waiting',
      on: '2026-11-10',
      text: 'Late',
    },
    restoreContactAction: { id: work.contactId },
    reopenCycleAction: { cycleId: work.cycleId },
    startNextAction: { cycleId: work.cycleId, season: '2029', entries: entryId },
    programLettersAction: { entryId, letters: work.letterId, assignedOn: '' },
    restoreVersionAction: { id: work.statementId, versionId: work.statementVersionId },
    restoreStatementAction: { id: work.statementId },
    saveNoAttemptsAction: { recorded: 'none' },
    saveStudyPlanAction: { version: '', exam: 'step2ck' },
    saveDayMarksAction: {
      planId: named.planId,
      exam: 'step2ck',
      on: '2027-04-06',
      kinds: 'done',
      questions: '',
    },
    removeStudyPlanAction: { planId: named.planId },
    undoPasteAction: { id: practiceId },
    restoreBankSnapshotAction: { id: work.bankId },
    restorePracticeResultAction: { id: practiceId },
    resetForecastSourceAction: { kind: 'uwsa' },
    resetForecastNumbersAction: {},
    saveLowPassBandAction: { from: '', to: '' },
    saveHabitsAction: { habits: 'rest_day' },
    keepTimingPlanAction: { version: '0' },
    saveMatchResultAction: { result: 'matched', on: '2026-11-10', matchedEntryId: entryId },
    resumeAction: {},
    moveInterviewAction: { id: work.interviewId, formId, version: '1', to: 'declined' },
    undoStatusesAction: { batch: randomUUID(), back: '/list' },
    correctStatusDateAction: { entryId, changeId: named.change.id, seen: named.change.on, on: '2026-10-01' },
    removeStatusChangeAction: { entryId, changeId: named.change.id },
    restoreEntryAction: { entryId },
    setSilenceAction: { silenceDays: '30' },
    liftMaskAction: { grantId: work.grantId, lift: 'yes' },
    revokeLinkAction: { linkId: named.linkId },
    withdrawInvitationAction: { invitationId: named.invitationId },
    saveClinicalRecordedAction: { recorded: 'none' },
    saveResearchRecordedAction: { recorded: 'none' },
    savePublicationsRecordedAction: { recorded: 'none' },
    saveLettersRecordedAction: { recorded: 'none' },
    removeCriterionAction: { code: named.criterion },
    chooseAction: pair,
    removeChoiceAction: pair,
    moveQuestionAction: { id: questionId, by: 'down' },
    'mentors/removeQuestionAction': { id: questionId },
    askPairAction: { firstId: entryId, secondId: otherId },
    takeUpAction: { kind: 'checklist', id: `own.${work.checklistItemId}` },
    startSampleAction: {},
    endSampleAction: {},
    changePasswordAction: { current: 'x', password: 'Too late, far too late' },
    revokeSessionAction: { session: createHash('sha256').update(ana.sessionId).digest('hex') },
    unlinkAction: { provider: 'oidc' },
    revokeOthersAction: {},
    sendTestMailAction: {},
    revokeCalendarAction: {},
    recallAction: { programId: work.ownProgramId },
    chooseSeasonAction: { season: '2028' },
    withdrawAnswerAction: { factId: named.factId },
    finishResetAction: { token, password: 'Too late, far too late' },
    finishSignUpAction: { token, password: 'Too late, far too late' },
    confirmAddressAction: { token },
    turnMailsAction: { token, turn: 'all_off' },
    acceptInvitationAction: { token, name: 'Too late', works: 'no', step: 'save' },
    dropChoiceAction: {},
    'sign-in/chooseAction': {},
    signInAction: { email: ana.email ?? '', password: 'wrong' },
    signUpAction: { email: `late-${randomUUID()}@example.org` },
  }
}
