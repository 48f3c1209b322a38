import { z } from 'zod'

import { readPlanText } from './plan'
import { PLAN_FIELDS, type PlanField, type PlanText } from './plan-fields'

const field = z.preprocess((value) => (typeof value === 'string' ? value : ''), z.string().max(20))

/** The form that keeps a plan; what may stand in its fields is `readPlanText`'s to say, here as in the browser. */
export const timingPlanInput = z
  .object(Object.fromEntries(PLAN_FIELDS.map((name) => [name, field])) as Record<PlanField, typeof field>)
  .transform((text: PlanText, context) => {
    const { plan, problems } = readPlanText(text)
    for (const { field, text: message } of problems) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
    return plan
  })
