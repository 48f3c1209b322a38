import type { ProfileFact } from '@/lib/fit/ledger'
import { type ProfileSectionKey, SECTION_LABELS } from '@/lib/profile/words'
import type { ChangeCode } from '@/lib/strategy/changes'

const SECTION_OF: Readonly<Record<ProfileFact, ProfileSectionKey>> = {
  exams: 'exams',
  explanation: 'explanation',
  research: 'research',
  publications: 'publications',
  clinical: 'clinical',
  letters: 'letters',
  school: 'school',
  niches: 'niches',
  visa_need: 'visa',
  acceptable_visas: 'visa',
  j1_years: 'visa',
  graduation: 'graduation',
  ecfmg: 'ecfmg',
  training: 'training',
  preparation: 'training',
  obgyn: 'training',
}

const SECTION_OF_CHANGE: Readonly<Record<ChangeCode, ProfileSectionKey>> = {
  explanation_on_file: 'explanation',
  accept_j1: 'visa',
  accept_h1b: 'visa',
  us_geneticist_letter: 'letters',
  genetics_elective: 'clinical',
  genetics_observership: 'clinical',
  home_genetics: 'niches',
  certification: 'ecfmg',
  pass_step1: 'exams',
  step2ck_score: 'exams',
  pass_step3: 'exams',
  genetics_research: 'research',
  us_genetics_research: 'research',
  first_author_paper: 'publications',
  acgme_training: 'training',
}

/** Where a change is entered once it is made, as a link with its name. */
export function changePlace(code: ChangeCode): { href: string; label: string } {
  const section = SECTION_OF_CHANGE[code]
  return { href: sectionHref(section), label: sectionPlace(section) }
}

/** A section as a place: 'Letters in your profile'; exams have a page of their own. */
export function sectionPlace(section: ProfileSectionKey): string {
  return section === 'exams' ? SECTION_LABELS.exams : `${SECTION_LABELS[section]} in your profile`
}

export function sectionHref(section: ProfileSectionKey): string {
  return section === 'exams' ? '/exams' : `/profile#${section}`
}

/** Where a person enters what a ledger still misses. */
export function profileHref(fact: ProfileFact): string {
  return sectionHref(SECTION_OF[fact])
}
