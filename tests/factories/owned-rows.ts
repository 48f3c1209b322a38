import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { createCatalogueProgram, createSeason } from './catalogue'

/**
 * Gives a person at least one row in every table that holds people's work, as the database's owner. A test holds it
 * against the list of owned tables, so that a new table is tried by adoption, export and deletion too. `score` makes one
 * person's rows different from another's.
 */
export async function createRowsOfEveryKind(owner: postgres.Sql, userId: string, score = 231): Promise<void> {
  const year = await createSeason(owner, 2027)
  const [known] = await owner`select id from programs where id = 'shared-mgg'`
  if (!known) await createCatalogueProgram(owner, { id: 'shared-mgg' })
  const ownProgram = `own-${randomUUID()}`
  await owner`insert into applicant_profiles (applicant_id, j1_years_used) values (${userId}, 1)`
  await owner`insert into clinical_experiences (applicant_id, kind, specialty, place, weeks)
    values (${userId}, 'observership', 'genetics', ${`Place ${score}`}, 4)`
  await owner`insert into research_experiences (applicant_id, field, role, months)
    values (${userId}, 'genetics', 'assistant', 12)`
  await owner`insert into publications (applicant_id, field, kind, author, state)
    values (${userId}, 'genetics', 'paper', 'first', 'published')`
  const [letter] = await owner<{ id: string }[]>`
    insert into letters (applicant_id, author, state) values (${userId}, 'us_geneticist', 'promised') returning id`
  await owner`insert into letter_tracks (applicant_id, letter_id, together)
    values (${userId}, ${letter?.id ?? ''}, ${`Together ${score}`})`
  await owner`insert into paper_tracks (applicant_id, paper, holder, since_date)
    values (${userId}, 'mspe', 'school', date '2026-01-01' + ${score}::int)`
  await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome, score)
    values (${userId}, 'step2ck', '2026-06-20', 'pass', ${score})`
  const [practice] = await owner<{ id: string }[]>`
    insert into practice_results (applicant_id, exam, kind, taken_on, score)
    values (${userId}, 'step2ck', 'uwsa', '2026-05-01', ${score}) returning id`
  await owner`insert into practice_genetics (applicant_id, result_id, area, questions, percent)
    values (${userId}, ${practice?.id ?? ''}, 'metabolism', 12, 75)`
  await owner`insert into bank_snapshots (applicant_id, exam, bank, taken_on, covered_percent)
    values (${userId}, 'step2ck', 'uworld', '2026-05-02', 40)`
  await owner`insert into forecast_sources (applicant_id, kind, spread) values (${userId}, 'uwsa', 9)`
  await owner`insert into forecast_settings (applicant_id, target_score) values (${userId}, ${score})`
  const [plan] = await owner<{ id: string }[]>`
    insert into study_plans (applicant_id, exam, exam_on, start_on, questions_left, most_per_day, rest_weekday,
      assessments, weak_systems, weak_topics, genetics_areas)
    values (${userId}, 'step2ck', '2027-06-28', '2027-04-05', ${score}, 80, 0, 3, '{renal}', '{}', '{prenatal}')
    returning id`
  await owner`insert into study_day_marks (applicant_id, plan_id, on_date, kind, questions)
    values (${userId}, ${plan?.id ?? ''}, '2027-04-06', 'done', 40)`
  await owner`insert into readiness_answers (applicant_id, habits, low_pass_from, low_pass_to)
    values (${userId}, '{rest_day}', 60, 66)`
  await owner`insert into additional_information (applicant_id, exam, taken_on, insights, changes, passage)
    values (${userId}, 'step1', '2024-11-12', '{sat_too_early}', '{timed_practice}', ${`Passage ${score}`})`
  await owner`insert into experiences (applicant_id, type, title, position)
    values (${userId}, 'research', ${`Experience ${score}`}, 1)`
  await owner`insert into experience_gap_lines (applicant_id, from_on, to_on, line)
    values (${userId}, '2024-01-01', '2024-06-01', ${`Gap ${score}`})`
  await owner`insert into story_sentences (applicant_id, role, text)
    values (${userId}, 'turn', ${`Sentence ${score}`})`
  await owner`insert into programs (id, owner_id, sponsor, name, pathway)
    values (${ownProgram}, ${userId}, ${`Own ${score}`}, 'Pediatrics', 'pediatrics')`
  await owner`insert into program_facts (id, program_id, owner_id, field, value_text, scope, origin, confidence,
      source_kind, source_title)
    values (${randomUUID()}, 'shared-mgg', ${userId}, 'visa_j1', 'yes', 'program', 'told', 'secondary', 'told', 'Told')`
  await owner`insert into mentor_questions (applicant_id, text, place)
    values (${userId}, ${`Question ${score}`}, 1)`
  await owner`insert into reminder_settings (applicant_id, digest_hour) values (${userId}, 9)`
  await owner`insert into reminder_things (applicant_id, kind, thing_id, steps)
    values (${userId}, 'season', ${`thing-${score}`}, '{7,1}')`
  const [cycle] = await owner<{ id: string }[]>`
    insert into cycles (applicant_id, season_year) values (${userId}, ${year}) returning id`
  await owner`insert into cycle_closings (cycle_id, applicant_id, outcome, closed_on, learned)
    values (${cycle?.id ?? ''}, ${userId}, 'withdrew', '2027-03-01', ${`Learned ${score}`})`
  await owner`insert into checklist_marks (applicant_id, cycle_id, item_id, note)
    values (${userId}, ${cycle?.id ?? ''}, 'photo', ${`Note ${score}`})`
  await owner`insert into checklist_items (applicant_id, cycle_id, title)
    values (${userId}, ${cycle?.id ?? ''}, ${`Own ${score}`})`
  await owner`insert into cycle_visits (applicant_id, cycle_id, visited_at, seen_dates)
    values (${userId}, ${cycle?.id ?? ''}, now(), '{}')`
  await owner`insert into suggestion_dismissals (applicant_id, cycle_id, program_id, reason)
    values (${userId}, ${cycle?.id ?? ''}, 'shared-mgg', 'place')`
  await owner`insert into timing_plans (applicant_id, cycle_id, earlier_on)
    values (${userId}, ${cycle?.id ?? ''}, date '2026-01-01' + ${score}::int)`
  const entryIds: string[] = []
  for (const program of ['shared-mgg', ownProgram]) {
    const [entry] = await owner<{ id: string }[]>`
      insert into list_entries (applicant_id, cycle_id, program_id, note)
      values (${userId}, ${cycle?.id ?? ''}, ${program}, ${`Note ${score}`}) returning id`
    entryIds.push(entry?.id ?? '')
    await owner`insert into status_changes (applicant_id, entry_id, status, on_date)
      values (${userId}, ${entry?.id ?? ''}, 'saved', '2026-09-03')`
  }
  await owner`insert into contacts (applicant_id, cycle_id, entry_id, on_date, kind, direction, channel, outcome, text)
    values (${userId}, ${cycle?.id ?? ''}, ${entryIds[0] ?? ''}, '2026-10-01', 'question', 'sent', 'email', 'waiting',
      ${`Contact ${score}`})`
  await owner`insert into letter_assignments (applicant_id, letter_id, entry_id, slot)
    values (${userId}, ${letter?.id ?? ''}, ${entryIds[0] ?? ''}, 1)`
  const [statement] = await owner<{ id: string }[]>`
    insert into statements (applicant_id, title, text) values (${userId}, ${`Statement ${score}`}, 'Why genetics.')
    returning id`
  await owner`insert into statement_versions (applicant_id, statement_id, number, origin, text)
    values (${userId}, ${statement?.id ?? ''}, 1, 'saved', 'Why genetics.')`
  await owner`insert into statement_assignments (applicant_id, entry_id, statement_id)
    values (${userId}, ${entryIds[0] ?? ''}, ${statement?.id ?? ''})`
  await owner`insert into finding_dismissals (applicant_id, key, reason) values (${userId}, 'pity:abc', 'meant')`
  await createInterviewAndRank(owner, { userId, cycleId: cycle?.id ?? '', entryIds, score })
  await createSoapAndOffers(owner, { userId, cycleId: cycle?.id ?? '', entryIds, score })
}

async function createSoapAndOffers(
  owner: postgres.Sql,
  of: { userId: string; cycleId: string; entryIds: readonly string[]; score: number },
): Promise<void> {
  const { userId, cycleId, entryIds, score } = of
  await owner`insert into soap_records (applicant_id, cycle_id, is_registered) values (${userId}, ${cycleId}, true)`
  const [application] = await owner<{ id: string }[]>`
    insert into soap_applications (applicant_id, cycle_id, entry_id, applied_on)
    values (${userId}, ${cycleId}, ${entryIds[0] ?? ''}, '2027-03-15') returning id`
  await owner`insert into soap_offers (applicant_id, application_id, round)
    values (${userId}, ${application?.id ?? ''}, 1)`
  await owner`insert into outside_offers (applicant_id, cycle_id, name, offered_on)
    values (${userId}, ${cycleId}, ${`Offer ${score}`}, '2026-12-01')`
}

async function createInterviewAndRank(
  owner: postgres.Sql,
  of: { userId: string; cycleId: string; entryIds: readonly string[]; score: number },
): Promise<void> {
  const { userId, cycleId, entryIds, score } = of
  const [first = '', second = ''] = entryIds
  const [interview] = await owner<{ id: string }[]>`
    insert into interviews (applicant_id, entry_id, state, zone, on_date, at_time, notes)
    values (${userId}, ${first}, 'done', 'America/Denver', '2026-12-08', '09:00', ${`Notes ${score}`}) returning id`
  const id = interview?.id ?? ''
  await owner`insert into interview_slots (applicant_id, interview_id, on_date, at_time)
    values (${userId}, ${id}, '2026-12-08', '09:00')`
  await owner`insert into interview_questions (applicant_id, interview_id, text)
    values (${userId}, ${id}, ${`Question ${score}`})`
  await owner`insert into interview_impressions (applicant_id, interview_id, criterion, mark)
    values (${userId}, ${id}, 'people', 4)`
  await owner`insert into rank_lists (applicant_id, cycle_id, entry_order) values (${userId}, ${cycleId}, ${[first]})`
  await owner`insert into rank_criteria (applicant_id, cycle_id, code, weight)
    values (${userId}, ${cycleId}, 'people', 5)`
  await owner`insert into rank_marks (applicant_id, entry_id, code, mark) values (${userId}, ${first}, 'people', 5)`
  await owner`insert into rank_choices (applicant_id, preferred_id, other_id)
    values (${userId}, ${first}, ${second})`
}
