import type { FactField } from './fact'
import type { Pathway } from './pathway'

/**
 * How a program's page groups what is known. `asked` fields are listed as unknown, with a question, when nobody says
 * them; `limits` are published or do not exist; `notes` are shown where there are any.
 */
export type FactGroup = {
  title: string
  lead: string
  asked: readonly FactField[]
  limits: readonly FactField[]
  notes: readonly FactField[]
}

const GROUPS: readonly FactGroup[] = [
  {
    title: 'A place this season',
    lead: 'The first question of all: genetics programs offer one or two places, and not every year.',
    asked: ['offers_place_this_season', 'positions_per_year'],
    limits: ['recruiting', 'nrmp_last_year_with_position', 'positions_total', 'current_residents'],
    notes: ['positions_note', 'existence'],
  },
  {
    title: 'Visas',
    lead: 'J-1 and H-1B are two facts. Rules move by the month: ask before you rely on one.',
    asked: ['j1_accepted', 'h1b_accepted', 'resident_pay_from_training_grant'],
    limits: ['step3_required_for_h1b'],
    notes: ['visa_note'],
  },
  {
    title: 'Who may apply',
    lead: 'Only limits that are published stand here. One that is not published does not exist.',
    asked: ['us_clinical_experience'],
    limits: ['min_step2ck', 'min_step1', 'attempts_limit', 'years_since_graduation_max', 'step3_required'],
    notes: [
      'score_note',
      'attempts_note',
      'graduation_note',
      'us_clinical_note',
      'prior_training_note',
      'ecfmg_note',
    ],
  },
  {
    title: 'The program',
    lead: 'Setting and size may be our own classification; then it says so.',
    asked: ['img_in_program', 'research_orientation', 'setting', 'size_class'],
    limits: ['duration_years', 'img_applications_addressed'],
    notes: ['img_note', 'research_note'],
  },
  {
    title: 'How to apply',
    lead: 'The pathway decides the match and the calendar; the program decides the rest.',
    asked: ['eras_cycle', 'application_deadline'],
    limits: ['participates_eras', 'participates_nrmp', 'interview_format'],
    notes: ['interview_months'],
  },
  {
    title: 'Numbers and pages',
    lead: 'To find it in ACGME’s and NRMP’s lists, and on its own page.',
    asked: [],
    limits: ['acgme_program_id', 'nrmp_program_code', 'official_url'],
    notes: [],
  },
]

/** The groups for one pathway: two-year programs are also asked how many ACGME months they want before entry. */
export function factGroups(pathway: Pathway): readonly FactGroup[] {
  if (pathway !== 'mgg') return GROUPS
  return GROUPS.map((group) =>
    group.title === 'Who may apply'
      ? { ...group, asked: ['required_acgme_months', ...group.asked] satisfies FactField[] }
      : group,
  )
}
