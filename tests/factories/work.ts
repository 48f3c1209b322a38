import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { EntryStatus } from '@/lib/list/status'
import { SECTIONS } from '@/lib/mentors/policy'
import { buildApplicant } from './applicant'
import { createGrant, createSeat, createUser } from './user'

/** The ids of the rows that a person has, one table each: what addresses and forms name. */
export type Work = {
  cycleId: string
  attemptIds: string[]
  practiceIds: string[]
  bankId: string
  clinicalId: string
  researchId: string
  publicationId: string
  letterId: string
  /** An experience of their own, the first of the ten. */
  experienceId: string
  /** An item of their own on the checklist. */
  checklistItemId: string
  /** A message to the program of the last entry. */
  contactId: string
  entryIds: string[]
  /** Held, with the program of the last entry. */
  interviewId: string
  interviewQuestionId: string
  /** On the list too, as its last entry. */
  ownProgramId: string
  /** To a program that is only named; empty where `hasSoap` is off. */
  soapApplicationId: string
  outsideOfferId: string
  /** Opens everything to a mentor who has not looked yet. */
  grantId: string
  /** Assigned to the first entry. */
  statementId: string
  /** Kept of that statement. */
  statementVersionId: string
}

/**
 * Gives a person (as the database's owner) a cycle with everything in it: a full profile, attempts, practice results,
 * the first `programs` of the catalogue on the list, and an own program. `marker` stands in every free text, so that
 * one search through a page tells whether anything of this person is in it.
 */
export async function createWork(
  owner: postgres.Sql,
  applicantId: string,
  options: {
    marker?: string
    programs?: number
    seasonYear?: number
    hasOwnProgram?: boolean
    hasSoap?: boolean
  } = {},
): Promise<Work> {
  const {
    marker = 'Marmara',
    programs = 3,
    seasonYear = 2028,
    hasOwnProgram = true,
    hasSoap = true,
  } = options
  const [cycle] = await owner<{ id: string }[]>`
    insert into cycles ${owner({ applicant_id: applicantId, season_year: seasonYear })} returning id`
  const cycleId = cycle?.id ?? ''
  await createProfile(owner, applicantId)
  const ownProgramId = hasOwnProgram ? await createOwnProgram(owner, applicantId, marker) : ''
  const entryIds = await createEntries(owner, { applicantId, cycleId, marker, programs, ownProgramId })
  const lists = await createProfileLists(owner, applicantId, marker)
  // What the letter's writer and the person did together: nobody else's to read.
  await owner`insert into letter_tracks (applicant_id, letter_id, together)
    values (${applicantId}, ${lists.letterId}, ${`${marker} clinic together`})`
  return {
    cycleId,
    ...lists,
    experienceId: await createStory(owner, applicantId, marker),
    ...(await createExams(owner, applicantId, marker)),
    checklistItemId: await createChecklist(owner, { applicantId, cycleId, marker }),
    entryIds,
    contactId: await createContact(owner, { applicantId, cycleId, entryId: entryIds.at(-1) ?? null, marker }),
    ...(await createInterview(owner, { applicantId, cycleId, entryId: entryIds.at(-1) ?? '', marker })),
    ownProgramId,
    ...(hasSoap
      ? await createSoapAndOffer(owner, { applicantId, cycleId, marker })
      : { soapApplicationId: '', outsideOfferId: '' }),
    grantId: await createMentor(owner, applicantId, marker),
    ...(await createStatement(owner, { applicantId, entryId: entryIds[0] ?? null, marker })),
  }
}

/** An application in SOAP with an offer of its first round, and an offer outside the Match, none of them answered. */
async function createSoapAndOffer(
  owner: postgres.Sql,
  { applicantId, cycleId, marker }: { applicantId: string; cycleId: string; marker: string },
): Promise<{ soapApplicationId: string; outsideOfferId: string }> {
  const own = { applicant_id: applicantId, cycle_id: cycleId }
  const soapApplicationId = await insertOne(owner, 'soap_applications', {
    ...own,
    name: `${marker} preliminary year`,
    applied_on: '2026-11-16',
  })
  await insertOne(owner, 'soap_offers', {
    applicant_id: applicantId,
    application_id: soapApplicationId,
    round: 1,
  })
  const outsideOfferId = await insertOne(owner, 'outside_offers', {
    ...own,
    name: `${marker} two-year genetics`,
    offered_on: '2026-11-16',
    note: `${marker} called`,
  })
  return { soapApplicationId, outsideOfferId }
}

async function createMentor(owner: postgres.Sql, applicantId: string, marker: string): Promise<string> {
  const mentor = await createUser(owner)
  await createSeat(owner, { mentor, name: `Dr. ${marker}` })
  const grantId = await createGrant(owner, {
    applicant: { userId: applicantId },
    mentor,
    read: [...SECTIONS],
    comment: [...SECTIONS],
  })
  await owner`update grants set applicant_name = ${marker}, mentor_name = ${`Dr. ${marker}`} where id = ${grantId}`
  return grantId
}

/** Every answer of `buildApplicant`, in the columns that hold it. */
async function createProfile(owner: postgres.Sql, applicantId: string): Promise<void> {
  const { visa, graduation, ecfmg, training, school, niches, explanationOnFile } = buildApplicant()
  await owner`insert into applicant_profiles ${owner({
    applicant_id: applicantId,
    visa_need: visa.need,
    acceptable_visas: [...(visa.acceptable ?? [])],
    j1_years_used: visa.j1YearsUsed,
    entry_limit_may_apply: visa.entryLimitMayApply,
    graduation_status: graduation.status,
    graduation_on: graduation.on,
    ecfmg_status: ecfmg.status,
    ecfmg_steps: [...(ecfmg.stepsDone ?? [])],
    ecfmg_certified_on: ecfmg.certifiedOn,
    ecfmg_valid_until: ecfmg.validUntil,
    is_ecfmg_permanent: ecfmg.permanent,
    acgme_months: training.acgmeMonths,
    acgme_patient_care_months: training.acgmePatientCareMonths,
    abmgg_credit: training.abmggCredit,
    abroad_months: training.abroadMonths,
    pediatrics_months: training.pediatricsMonths,
    medicine_months: training.medicineMonths,
    is_obgyn_completed: training.obgynCompleted,
    clinical_recorded: 'listed',
    research_recorded: 'listed',
    publications_recorded: 'listed',
    letters_recorded: 'listed',
    attempts_recorded: 'listed',
    niches: [...(niches ?? [])],
    school_standing: school.standing,
    pediatrics_grade: school.pediatrics,
    medicine_grade: school.medicine,
    neurology_grade: school.neurology,
    is_explanation_on_file: explanationOnFile,
    preferred_states: ['UT', 'PA'],
    preferred_settings: ['university'],
    preferred_research: 'high',
    preferred_pathways: ['peds_mgg'],
  })}`
}

async function createProfileLists(owner: postgres.Sql, applicantId: string, marker: string) {
  const insert = (table: string, row: Record<string, string | number | boolean | string[]>) =>
    insertOne(owner, table, { applicant_id: applicantId, ...row })
  return {
    clinicalId: await insert('clinical_experiences', {
      kind: 'observership',
      specialty: 'genetics',
      place: `${marker} genetics clinic`,
      weeks: 8,
    }),
    researchId: await insert('research_experiences', {
      field: 'genetics',
      role: 'member',
      months: 12,
      topic: `${marker} registry`,
    }),
    publicationId: await insert('publications', {
      field: 'genetics',
      kind: 'paper',
      author: 'first',
      state: 'published',
      title: `On ${marker} syndrome`,
    }),
    letterId: await insert('letters', {
      author: 'us_geneticist',
      state: 'in_hand',
      topics: ['reliability', 'growth'],
      writer: `Prof. ${marker}`,
    }),
  }
}

/** An experience of their own with dates, the line for a gap, and a sentence of their story. */
async function createStory(owner: postgres.Sql, applicantId: string, marker: string): Promise<string> {
  await insertOne(owner, 'story_sentences', {
    applicant_id: applicantId,
    role: 'turn',
    text: `Since then I have built the ${marker} registry.`,
    evidence: ['school:pediatrics'],
  })
  await insertOne(owner, 'experience_gap_lines', {
    applicant_id: applicantId,
    from_on: '2025-01-01',
    to_on: '2025-08-01',
    line: `${marker} needed me at home.`,
  })
  return insertOne(owner, 'experiences', {
    applicant_id: applicantId,
    type: 'teaching',
    title: `${marker} tutor`,
    organization: `${marker} school`,
    start_on: '2024-09-01',
    end_on: '2024-12-01',
    description: `Taught ${marker} genetics to first-year students.`,
    position: 1,
  })
}

async function createExams(owner: postgres.Sql, applicantId: string, marker: string) {
  const attempts = [
    { exam: 'step1', taken_on: '2024-11-12', outcome: 'fail', score: null },
    { exam: 'step1', taken_on: '2025-08-19', outcome: 'pass', score: null },
    { exam: 'step2ck', taken_on: '2026-06-23', outcome: 'pass', score: 238 },
    { exam: 'step3', taken_on: '2027-05-11', outcome: 'planned', score: null },
  ]
  const practice = [
    { kind: 'nbme_ccssa', form: marker, taken_on: '2026-04-18', score: 226, is_timed: true },
    { kind: 'uwsa', form: '2', taken_on: '2026-05-23', score: 234, is_timed: true },
  ]
  const attemptIds: string[] = []
  for (const attempt of attempts)
    attemptIds.push(await insertOne(owner, 'exam_attempts', { applicant_id: applicantId, ...attempt }))
  const practiceIds: string[] = []
  for (const result of practice)
    practiceIds.push(await insertOne(owner, 'practice_results', { applicant_id: applicantId, ...result }))
  const bankId = await insertOne(owner, 'bank_snapshots', {
    applicant_id: applicantId,
    exam: 'step2ck',
    bank: 'uworld',
    taken_on: '2026-05-20',
    covered_percent: 78,
  })
  return { attemptIds, practiceIds, bankId }
}

/** A backup that the catalogue does not hold, with a fact of the person's own. */
async function createOwnProgram(owner: postgres.Sql, ownerId: string, marker: string): Promise<string> {
  const id = `own-${randomUUID()}`
  await owner`insert into programs ${owner({
    id,
    owner_id: ownerId,
    sponsor: `${marker} children’s hospital`,
    name: `${marker} pediatrics`,
    city: marker,
    state: 'OH',
    pathway: 'pediatrics',
  })}`
  await owner`insert into program_facts ${owner({
    id: `${id}-j1`,
    program_id: id,
    owner_id: ownerId,
    field: 'j1_accepted',
    value_text: 'yes',
    value_number: null,
    scope: 'program',
    year: 2026,
    season: null,
    origin: 'own',
    stated_on: '2026-10-01',
    confidence: 'secondary',
    source_kind: 'own',
    source_title: `${marker} told me`,
    note: `Said at the ${marker} open day`,
  })}`
  return id
}

async function createEntries(
  owner: postgres.Sql,
  of: { applicantId: string; cycleId: string; marker: string; programs: number; ownProgramId: string },
): Promise<string[]> {
  const { applicantId, cycleId, marker, programs, ownProgramId } = of
  const chosen = await owner<{ id: string }[]>`
    select id from programs where owner_id is null and retired_at is null order by id limit ${programs}`
  const programIds = [...chosen.map(({ id }) => id), ...(ownProgramId ? [ownProgramId] : [])]
  const entries = await owner<{ id: string }[]>`insert into list_entries ${owner(
    programIds.map((programId, index) => ({
      applicant_id: applicantId,
      cycle_id: cycleId,
      program_id: programId,
      status: (index % 4 === 0 ? 'saved' : 'considering') satisfies EntryStatus,
      note: `${marker} note ${index}`,
    })),
  )} returning id`
  await owner`insert into status_changes (applicant_id, entry_id, status, on_date, note)
    select applicant_id, id, status, '2026-10-05', ${`${marker} saved it`}
    from list_entries where cycle_id = ${cycleId} and status = 'saved'`
  return entries.map(({ id }) => id)
}

/** An interview that took place, with a question that was asked there, and its program ranked. The entry's status stays. */
async function createInterview(
  owner: postgres.Sql,
  of: { applicantId: string; cycleId: string; entryId: string; marker: string },
): Promise<{ interviewId: string; interviewQuestionId: string }> {
  const { applicantId, cycleId, entryId, marker } = of
  if (entryId === '') return { interviewId: '', interviewQuestionId: '' }
  await insertOne(owner, 'rank_lists', {
    applicant_id: applicantId,
    cycle_id: cycleId,
    entry_order: [entryId],
  })
  const interviewId = await insertOne(owner, 'interviews', {
    applicant_id: applicantId,
    entry_id: entryId,
    state: 'done',
    format: 'video',
    zone: 'America/New_York',
    on_date: '2026-11-18',
    at_time: '09:00',
    minutes: 180,
    people: `Prof. ${marker}`,
    notes: `${marker} prepared this`,
    place: `https://video.example/${marker}`,
  })
  const interviewQuestionId = await insertOne(owner, 'interview_questions', {
    applicant_id: applicantId,
    interview_id: interviewId,
    text: `Who teaches ${marker}?`,
  })
  return { interviewId, interviewQuestionId }
}

/** A question that was sent and not answered yet, to be followed up. */
function createContact(
  owner: postgres.Sql,
  of: { applicantId: string; cycleId: string; entryId: string | null; marker: string },
): Promise<string> {
  return insertOne(owner, 'contacts', {
    applicant_id: of.applicantId,
    cycle_id: of.cycleId,
    entry_id: of.entryId,
    on_date: '2026-11-10',
    kind: 'question',
    direction: 'sent',
    channel: 'email',
    outcome: 'waiting',
    follow_up_date: '2026-11-20',
    person: `Dr ${of.marker}`,
    text: `${of.marker} asked this`,
  })
}

/** An item of the person's own, and a mark with a note on one of the template's. */
async function createChecklist(
  owner: postgres.Sql,
  { applicantId, cycleId, marker }: { applicantId: string; cycleId: string; marker: string },
): Promise<string> {
  const own = { applicant_id: applicantId, cycle_id: cycleId }
  await insertOne(owner, 'checklist_marks', { ...own, item_id: 'statement', note: `${marker} reads it` })
  return insertOne(owner, 'checklist_items', { ...own, title: `Call ${marker}`, due_on: '2027-03-01' })
}

/** A statement with one kept version, which goes to one program. */
async function createStatement(
  owner: postgres.Sql,
  of: { applicantId: string; entryId: string | null; marker: string },
): Promise<{ statementId: string; statementVersionId: string }> {
  const own = { applicant_id: of.applicantId }
  const statementId = await insertOne(owner, 'statements', {
    ...own,
    title: `${of.marker} statement`,
    text: `I chose genetics for ${of.marker}. I beg the committee to read my file.`,
  })
  const statementVersionId = await insertOne(owner, 'statement_versions', {
    ...own,
    statement_id: statementId,
    number: 1,
    origin: 'saved',
    text: `I chose genetics for ${of.marker}.`,
  })
  if (of.entryId)
    await insertOne(owner, 'statement_assignments', {
      ...own,
      entry_id: of.entryId,
      statement_id: statementId,
    })
  return { statementId, statementVersionId }
}

async function insertOne(
  owner: postgres.Sql,
  table: string,
  row: Record<string, string | number | boolean | string[] | null>,
): Promise<string> {
  const [made] = await owner<{ id: string }[]>`insert into ${owner(table)} ${owner(row)} returning id`
  return made?.id ?? ''
}
