import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/app/_server/auth'
import { readInterviewBasis } from '@/app/_server/interview-basis'
import { withOwnScope } from '@/db/access'
import { getInterview } from '@/db/queries/interviews'
import { AppError } from '@/lib/errors/app-error'

/** An interview of the viewer's own with its program and all that its pages read; anyone else's is not found. */
export const readInterview = cache(async (id: string) => {
  const viewer = await getViewer()
  if (!viewer) notFound()
  try {
    const [interview, basis] = await Promise.all([
      withOwnScope(viewer, (scope) => getInterview(scope, id)),
      readInterviewBasis(),
    ])
    const program = basis.programOf(interview.programId)
    if (!program) notFound()
    return { ...basis, interview, program }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})
