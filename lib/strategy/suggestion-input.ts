import { z } from 'zod'
import { DISMISSAL_REASONS } from './suggestions'

const programId = z.string().trim().min(1).max(120)

/** A suggestion put aside. The reason is asked for, since it is remembered and orders what is suggested next. */
export const dismissInput = z.object({
  programId,
  reason: z.enum(DISMISSAL_REASONS, { error: 'Choose why, so that it is remembered' }),
})

export const recallInput = z.object({ programId })
