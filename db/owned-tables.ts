import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  additionalInformation,
  applicantProfiles,
  authTokens,
  bankSnapshots,
  calendarFeeds,
  checklistItems,
  checklistMarks,
  clinicalExperiences,
  comments,
  commentThreads,
  contacts,
  cycleClosings,
  cycles,
  cycleVisits,
  examAttempts,
  experienceGapLines,
  experiences,
  findingDismissals,
  forecastSettings,
  forecastSources,
  grants,
  identities,
  interviewImpressions,
  interviewQuestions,
  interviewSlots,
  interviews,
  invitations,
  letterAssignments,
  letters,
  letterTracks,
  listEntries,
  looks,
  mentorQuestions,
  mentorSeats,
  noteDeliveries,
  outsideOffers,
  paperTracks,
  practiceGenetics,
  practiceResults,
  programFacts,
  programs,
  publications,
  rankChoices,
  rankCriteria,
  rankLists,
  rankMarks,
  readinessAnswers,
  reminderClocks,
  reminderDeliveries,
  reminderMails,
  reminderSettings,
  reminderThings,
  researchExperiences,
  sessions,
  shareLinks,
  soapApplications,
  soapOffers,
  soapRecords,
  statementAssignments,
  statements,
  statementVersions,
  statusChanges,
  storySentences,
  studyDayMarks,
  studyPlans,
  suggestedTasks,
  suggestionDismissals,
  timingPlans,
} from './schema'

export const OWNED_SECTIONS = [
  'profile',
  'exams',
  'list',
  'documents',
  'story',
  'contacts',
  'interviews',
  'rank',
  'checklist',
  'reminders',
  'mentors',
  'account',
] as const
export type OwnedSection = (typeof OWNED_SECTIONS)[number]

export type OwnedTable = {
  table: PgTable
  /** The column that names the person whose rows these are. */
  ownerColumn: PgColumn
  section: OwnedSection
  /** A second section whose grant opens these rows as well; left out for all tables but few. */
  alsoOpenWith?: OwnedSection
  /**
   * What the person entered, which a guest brings along and "replace" clears. The rest belongs to the account itself and
   * never moves to another.
   */
  isWork: boolean
  /** How a person would count the rows; null where a count says nothing to them. */
  words: { one: string; many: string } | null
  /** TypeScript names of columns that an export leaves out, since they let someone in or serve the machine alone. */
  hidden: readonly string[]
  /** Rows that nobody removes: they go when the person's account does, by foreign key. */
  isKept?: true
}

const work = (
  section: OwnedSection,
  table: PgTable,
  ownerColumn: PgColumn,
  words: OwnedTable['words'],
): OwnedTable => ({ table, ownerColumn, section, isWork: true, words, hidden: ['formId'] })

const account = (
  section: OwnedSection,
  table: PgTable,
  ownerColumn: PgColumn,
  hidden: readonly string[] = [],
): OwnedTable => ({ table, ownerColumn, section, isWork: false, words: null, hidden })

const counted = (one: string, many = `${one}s`) => ({ one, many })

/**
 * Every table that holds a person's rows. Adoption, export, deletion and the cleaning away of guests walk this list, and
 * a test holds it against the database's own catalog. The order is the order of adoption: a table comes after those its
 * rows hang on, and deletion goes backwards.
 */
export const OWNED_TABLES: readonly OwnedTable[] = [
  work('profile', applicantProfiles, applicantProfiles.applicantId, counted('profile')),
  work(
    'profile',
    clinicalExperiences,
    clinicalExperiences.applicantId,
    counted('stay in US clinics', 'stays in US clinics'),
  ),
  work('profile', researchExperiences, researchExperiences.applicantId, counted('research experience')),
  work('profile', publications, publications.applicantId, counted('publication')),
  // The fit counts them, and they are documents.
  { ...work('profile', letters, letters.applicantId, counted('letter')), alsoOpenWith: 'documents' },
  work('exams', examAttempts, examAttempts.applicantId, counted('exam attempt')),
  work('exams', practiceResults, practiceResults.applicantId, counted('practice result')),
  // Follows its result by foreign key.
  work('exams', practiceGenetics, practiceGenetics.applicantId, null),
  work('exams', bankSnapshots, bankSnapshots.applicantId, counted('question-bank snapshot')),
  work(
    'exams',
    forecastSources,
    forecastSources.applicantId,
    counted('forecast number of your own', 'forecast numbers of your own'),
  ),
  work(
    'exams',
    forecastSettings,
    forecastSettings.applicantId,
    counted('set of forecast settings', 'sets of forecast settings'),
  ),
  work('exams', studyPlans, studyPlans.applicantId, counted('study plan')),
  work('exams', studyDayMarks, studyDayMarks.applicantId, null),
  work('exams', readinessAnswers, readinessAnswers.applicantId, null),
  work('list', programs, programs.ownerId, counted('program of your own', 'programs of your own')),
  work('list', programFacts, programFacts.ownerId, counted('fact you noted', 'facts you noted')),
  // Entries and their status changes follow their cycle by foreign key: they cannot move before it.
  work('list', cycles, cycles.applicantId, counted('season')),
  work('list', cycleClosings, cycleClosings.applicantId, null),
  work('list', listEntries, listEntries.applicantId, counted('program on the list', 'programs on the list')),
  work('list', statusChanges, statusChanges.applicantId, null),
  work('list', suggestionDismissals, suggestionDismissals.applicantId, null),
  work('list', soapRecords, soapRecords.applicantId, null),
  work('list', soapApplications, soapApplications.applicantId, counted('SOAP application')),
  work('list', soapOffers, soapOffers.applicantId, null),
  work(
    'list',
    outsideOffers,
    outsideOffers.applicantId,
    counted('offer outside the Match', 'offers outside the Match'),
  ),
  work(
    'checklist',
    checklistMarks,
    checklistMarks.applicantId,
    counted('mark on the checklist', 'marks on the checklist'),
  ),
  work(
    'checklist',
    checklistItems,
    checklistItems.applicantId,
    counted('checklist item of your own', 'checklist items of your own'),
  ),
  work('checklist', cycleVisits, cycleVisits.applicantId, null),
  work('exams', timingPlans, timingPlans.applicantId, null),
  work(
    'documents',
    additionalInformation,
    additionalInformation.applicantId,
    counted('passage on an attempt', 'passages on an attempt'),
  ),
  // Both follow their letter and their entry by foreign key.
  work('documents', letterTracks, letterTracks.applicantId, null),
  work(
    'documents',
    letterAssignments,
    letterAssignments.applicantId,
    counted('letter meant for a program', 'letters meant for programs'),
  ),
  work(
    'documents',
    paperTracks,
    paperTracks.applicantId,
    counted('paper that you wait for', 'papers that you wait for'),
  ),
  work('documents', statements, statements.applicantId, counted('statement')),
  work('documents', statementVersions, statementVersions.applicantId, null),
  work('documents', statementAssignments, statementAssignments.applicantId, null),
  work('documents', findingDismissals, findingDismissals.applicantId, null),
  work('documents', experiences, experiences.applicantId, counted('experience')),
  work('documents', experienceGapLines, experienceGapLines.applicantId, null),
  work(
    'story',
    storySentences,
    storySentences.applicantId,
    counted('sentence of your story', 'sentences of your story'),
  ),
  work('contacts', contacts, contacts.applicantId, counted('contact')),
  work('interviews', interviews, interviews.applicantId, counted('interview')),
  work('interviews', interviewSlots, interviewSlots.applicantId, null),
  work('interviews', interviewQuestions, interviewQuestions.applicantId, null),
  work('interviews', interviewImpressions, interviewImpressions.applicantId, null),
  work('rank', rankLists, rankLists.applicantId, counted('rank list')),
  work('rank', rankCriteria, rankCriteria.applicantId, null),
  work('rank', rankMarks, rankMarks.applicantId, null),
  work('rank', rankChoices, rankChoices.applicantId, null),
  work('reminders', reminderSettings, reminderSettings.applicantId, null),
  work('reminders', reminderThings, reminderThings.applicantId, null),
  account('reminders', reminderClocks, reminderClocks.applicantId, ['lookedAt', 'nextLookAt', 'retryAt']),
  account('reminders', reminderMails, reminderMails.applicantId, ['messageId']),
  account('reminders', reminderDeliveries, reminderDeliveries.applicantId),
  account('reminders', noteDeliveries, noteDeliveries.applicantId),
  account('reminders', calendarFeeds, calendarFeeds.applicantId, ['tokenHash']),
  account('mentors', grants, grants.applicantId),
  account('mentors', grants, grants.mentorId),
  work(
    'mentors',
    mentorQuestions,
    mentorQuestions.applicantId,
    counted('question for a mentor', 'questions for a mentor'),
  ),
  account('mentors', commentThreads, commentThreads.applicantId),
  account('mentors', comments, comments.applicantId, ['formId']),
  // What a mentor said stays with those to whom they said it, without their name.
  { ...account('mentors', mentorQuestions, mentorQuestions.mentorId, ['formId']), isKept: true },
  { ...account('mentors', commentThreads, commentThreads.mentorId), isKept: true },
  { ...account('mentors', comments, comments.authorId, ['formId']), isKept: true },
  account('mentors', suggestedTasks, suggestedTasks.applicantId, ['formId']),
  account('mentors', mentorSeats, mentorSeats.userId),
  account('mentors', invitations, invitations.applicantId, ['tokenHash', 'formId']),
  account('mentors', shareLinks, shareLinks.applicantId, ['tokenHash', 'formId']),
  { ...account('mentors', looks, looks.applicantId), isKept: true },
  // The rows are the applicant's; a mentor who leaves takes only their name away.
  { ...account('mentors', looks, looks.mentorId), isKept: true },
  account('account', identities, identities.userId),
  account('account', sessions, sessions.userId, ['id']),
  account('account', authTokens, authTokens.userId, ['tokenHash', 'payload']),
]
