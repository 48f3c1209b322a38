'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publicAction } from '@/app/_server/action'
import { getViewerOrRefuse } from '@/app/_server/auth'
import { limitAttempts } from '@/app/_server/auth/limits'
import { askForPrograms } from '@/app/_server/seat-basis'
import { secretHash } from '@/app/_server/secret'
import { withOwnScope } from '@/db/access'
import { type Acceptance, acceptInvitation } from '@/db/queries/invitations'
import { saveSeat } from '@/db/queries/mentor-seat'
import { AppError } from '@/lib/errors/app-error'
import { acceptInput, seatInput } from '@/lib/mentors/mentor-input'

const REFUSED: Readonly<Record<Exclude<Acceptance['outcome'], 'accepted'>, string>> = {
  ended: 'This invitation has ended. Ask for a new one.',
  own: 'This is your own invitation: it is for somebody else.',
  guest: 'To be a mentor you need an account. Sign in or sign up first.',
  undeclared: 'Say where you work first.',
}

/** What the mentor says of themselves is kept in the same transaction: refused, nothing is. */
export const acceptInvitationAction = publicAction(
  z.intersection(acceptInput, seatInput),
  async ({ token, isChecked, ...seat }) => {
    const viewer = await getViewerOrRefuse()
    if (viewer.isGuest) throw new AppError('unavailable', { readerMessage: REFUSED.guest })
    if (!isChecked) return askForPrograms(seat)
    await limitAttempts('link')
    const { name, institution, programIds } = seat
    const applicantId = await withOwnScope(viewer, async (scope) => {
      await saveSeat(scope, { name, institution, programIds })
      const { outcome, applicantId } = await acceptInvitation(scope, secretHash(token))
      if (outcome !== 'accepted') throw new AppError('expired', { readerMessage: REFUSED[outcome] })
      return applicantId
    })
    redirect(`/mentees/${applicantId}?done=accepted`)
  },
)
