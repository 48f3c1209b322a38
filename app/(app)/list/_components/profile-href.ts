import type { ProfileFact } from '@/lib/fit/ledger'
import type { ProfileSectionKey } from '@/lib/profile/words'

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

/** Where a person enters what a ledger still misses. */
export function profileHref(fact: ProfileFact): string {
  const section = SECTION_OF[fact]
  return section === 'exams' ? '/exams' : `/profile#${section}`
}
