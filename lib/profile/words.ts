import type {
  ABMGG_CREDIT,
  AUTHOR_POSITIONS,
  CLASS_STANDINGS,
  ClinicalKind,
  ClinicalSpecialty,
  ECFMG_STATUSES,
  EcfmgStep,
  GRADUATION_STATUSES,
  Grade,
  LETTER_STATES,
  LETTER_TOPICS,
  LetterAuthor,
  Niche,
  PUBLICATION_KINDS,
  PUBLICATION_STATES,
  ResearchField,
  ResearchRole,
  SettingPreference,
  Visa,
  VisaNeed,
} from './applicant'

/* The words for every choice of the profile: exact, calm, and the same on forms, pages, mails and print. */

type Labels<K extends string> = Readonly<Record<K, string>>

export const NOT_SAID = 'Not said'

export const VISA_NEED_LABELS: Labels<VisaNeed> = {
  needs_visa: 'I need a visa to train in the US',
  no_visa_needed: 'I need no visa (permanent resident or other right to work)',
}

export const VISA_LABELS: Labels<Visa> = { j1: 'J-1', h1b: 'H-1B' }

export const VISA_HINTS: Labels<Visa> = {
  j1: 'Sponsored through Intealth; seven years at most, then usually two years at home',
  h1b: 'Sponsored by the program; needs Step 3 passed before',
}

export const GRADUATION_LABELS: Labels<(typeof GRADUATION_STATUSES)[number]> = {
  enrolled: 'Still enrolled in medical school',
  graduated: 'Graduated',
}

export const ECFMG_STATUS_LABELS: Labels<(typeof ECFMG_STATUSES)[number]> = {
  certified: 'Certified',
  in_progress: 'On the way to the certificate',
  not_started: 'Not started',
}

export const ECFMG_STEP_LABELS: Labels<EcfmgStep> = {
  application: 'Application for certification accepted',
  credentials_verified: 'Diploma and transcript verified',
  pathway_applied: 'Pathway applied for',
  pathway_accepted: 'Pathway accepted',
}

export const ABMGG_CREDIT_LABELS: Labels<(typeof ABMGG_CREDIT)[number]> = {
  granted: 'ABMGG has granted credit in writing',
  asked: 'Asked, no answer yet',
  not_asked: 'Not asked',
}

export const CLINICAL_KIND_LABELS: Labels<ClinicalKind> = {
  elective: 'Elective (hands-on, while enrolled)',
  subinternship: 'Sub-internship (hands-on, while enrolled)',
  externship: 'Externship (hands-on)',
  observership: 'Observership (watching, no hands-on care)',
  telehealth: 'Telehealth or remote rotation',
}

export const CLINICAL_SPECIALTY_LABELS: Labels<ClinicalSpecialty> = {
  genetics: 'Medical genetics',
  pediatrics: 'Pediatrics',
  internal_medicine: 'Internal medicine',
  neurology: 'Neurology',
  obstetrics: 'Obstetrics and gynecology',
  other: 'Another specialty',
}

export const RESEARCH_FIELD_LABELS: Labels<ResearchField> = {
  genetics: 'Genetics or genomics',
  other: 'Another field',
}

export const RESEARCH_ROLE_LABELS: Labels<ResearchRole> = {
  lead: 'Led the project',
  member: 'Member of the team with a part of my own',
  assistant: 'Assisted',
}

export const PUBLICATION_KIND_LABELS: Labels<(typeof PUBLICATION_KINDS)[number]> = {
  paper: 'Paper',
  abstract: 'Abstract or poster',
}

export const AUTHOR_LABELS: Labels<(typeof AUTHOR_POSITIONS)[number]> = {
  first: 'First or shared first author',
  other: 'Another author position',
}

export const PUBLICATION_STATE_LABELS: Labels<(typeof PUBLICATION_STATES)[number]> = {
  published: 'Published',
  accepted: 'Accepted',
  submitted: 'Submitted',
}

export const LETTER_AUTHOR_LABELS: Labels<LetterAuthor> = {
  us_geneticist: 'Geneticist in the US',
  us_clinician: 'Physician of another specialty in the US',
  us_researcher: 'Research supervisor in the US',
  home_geneticist: 'Geneticist outside the US',
  home_clinician: 'Physician of another specialty outside the US',
}

export const LETTER_STATE_LABELS: Labels<(typeof LETTER_STATES)[number]> = {
  in_hand: 'Written or uploaded',
  promised: 'Promised',
}

export const LETTER_TOPIC_LABELS: Labels<(typeof LETTER_TOPICS)[number]> = {
  reliability: 'Reliability and study habits',
  growth: 'Growth or maturity',
  complex_genetic_cases: 'Complex cases with genetic implications',
}

export const NICHE_LABELS: Labels<Niche> = {
  bioinformatics: 'Bioinformatics or data science',
  population_genetics: 'Population genetics at home',
  languages: 'Languages that patients speak',
  genetics_training_abroad: 'Genetics training outside the US',
  rare_disease_registry: 'Work on a rare-disease registry',
  counseling_underserved: 'Counseling for families with little access to care',
}

export const CLASS_STANDING_LABELS: Labels<(typeof CLASS_STANDINGS)[number]> = {
  top_quarter: 'Upper quarter of the class',
  upper_half: 'Upper half',
  lower_half: 'Lower half',
}

export const GRADE_LABELS: Labels<Grade> = {
  honors: 'Honors or the highest grade',
  good: 'Good',
  pass: 'Pass',
  weak: 'Weak',
}

export const SETTING_LABELS: Labels<SettingPreference> = {
  university: 'University hospital',
  community_affiliated: 'Community hospital with an affiliation',
  children_hospital: 'Children’s hospital',
  government: 'Government (NIH, military)',
}

export const RESEARCH_PREFERENCE_LABELS: Labels<'high' | 'any'> = {
  high: 'Much research',
  any: 'No preference',
}

export const PROFILE_SECTIONS = [
  'exams',
  'visa',
  'research',
  'clinical',
  'letters',
  'school',
  'publications',
  'ecfmg',
  'graduation',
  'training',
  'explanation',
  'niches',
  'preferences',
] as const
export type ProfileSectionKey = (typeof PROFILE_SECTIONS)[number]

export const SECTION_LABELS: Labels<ProfileSectionKey> = {
  exams: 'Exams',
  visa: 'Visa',
  research: 'Research',
  clinical: 'Clinical experience in the US',
  letters: 'Letters',
  school: 'Medical school record',
  publications: 'Publications',
  ecfmg: 'ECFMG certification',
  graduation: 'Graduation',
  training: 'Training so far',
  explanation: 'Explanation of an attempt',
  niches: 'Particular strengths',
  preferences: 'Preferences',
}
