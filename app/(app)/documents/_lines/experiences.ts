import { storyRecord } from '@/app/_server/story-basis'
import { listExperiences } from '@/db/queries/experiences'
import { emptyProfile, getProfile } from '@/db/queries/profile'
import { MOST_EXPERIENCES } from '@/lib/experiences/experience'
import { profileExperiences, shown } from '@/lib/experiences/from-profile'
import { experiencesMissing } from '@/lib/experiences/missing'
import type { LineOf } from './line-of'

const PLACE = { href: '/documents/experiences', title: 'Experiences' } as const

export const experiencesLine: LineOf = async (scope) => {
  const [profile, experiences] = scope
    ? await Promise.all([getProfile(scope), listExperiences(scope)])
    : [emptyProfile(), []]
  return ({ today }) => {
    const fromProfile = profileExperiences(storyRecord(profile, [], experiences))
    const ten = experiences.filter(({ position }) => position !== null).map((one) => shown(one, fromProfile))
    if (ten.length === 0) {
      return {
        ...PLACE,
        says: `At most ${MOST_EXPERIENCES} for MyERAS, begun from what your profile holds.`,
        missing: [],
        state: 'none',
      }
    }
    const untaken = fromProfile.filter(
      ({ source }) => !experiences.some((one) => one.source === source),
    ).length
    const missing = experiencesMissing({ ten, untaken, today }).map((sentence) => sentence.replace(/\.$/, ''))
    return {
      ...PLACE,
      says: `${ten.length} of ${MOST_EXPERIENCES} are chosen.`,
      missing,
      state: missing.length === 0 ? 'there' : 'begun',
    }
  }
}
