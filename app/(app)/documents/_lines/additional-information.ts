import { findAdditionalInformation } from '@/db/queries/additional-information'
import { listExamAttempts } from '@/db/queries/exams'
import { isStep } from '@/lib/exams/standards'
import type { LineOf } from './line-of'

const PLACE = { href: '/exams/additional-information', title: 'Additional information' } as const

export const additionalInformationLine: LineOf = async (scope) => {
  const [attempts, passage] = scope
    ? await Promise.all([
        listExamAttempts(scope),
        findAdditionalInformation(scope).then((stored) => stored.passage.trim()),
      ])
    : [[], '']
  const isAsked = attempts.some(
    ({ exam, outcome }) => isStep(exam) && (outcome === 'fail' || outcome === 'incomplete'),
  )
  return () => {
    if (passage !== '')
      return { ...PLACE, says: 'The passage on your attempt is written.', missing: [], state: 'there' }
    return isAsked
      ? {
          ...PLACE,
          says: 'One short passage on an attempt that did not pass.',
          missing: ['No passage on the attempt is written yet'],
          state: 'none',
        }
      : {
          ...PLACE,
          says: 'For an attempt at a Step that did not pass; none is recorded.',
          missing: [],
          state: 'not_asked',
        }
  }
}
