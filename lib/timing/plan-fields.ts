/* Names alone: what the browser needs of a plan before the engine has arrived. */

/** The three candidate exam days of Step 2 CK that a person weighs; the third is meant for the season after the chosen one. */
export const PLAN_SLOTS = ['earlier', 'later', 'next'] as const
export type PlanSlot = (typeof PLAN_SLOTS)[number]

export const PLAN_SLOT_LABELS: Readonly<Record<PlanSlot, string>> = {
  earlier: 'Earlier date',
  later: 'Later date',
  next: 'Next season',
}

/** The plan's form, field by field: the names in the address and in the form that keeps it. */
export const PLAN_FIELDS = [
  ...PLAN_SLOTS,
  'target',
  'soonest',
  'usual',
  'share',
  'latest',
  'from',
  'until',
] as const
export type PlanField = (typeof PLAN_FIELDS)[number]
export type PlanText = Readonly<Record<PlanField, string>>
export type PlanProblem = { field: PlanField; text: string }
