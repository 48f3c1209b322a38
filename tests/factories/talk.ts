import type postgres from 'postgres'

export type Talk = {
  threadId: string
  mentorCommentId: string
  ownCommentId: string
  taskId: string
  questionId: string
}

/**
 * What an applicant and a mentor have said to each other about a practice result (as the database's owner): a comment of
 * each, a suggested task that waits, and an open question. `marker` stands in every word of it.
 */
export async function createTalk(
  owner: postgres.Sql,
  {
    applicantId,
    mentorId,
    practiceId,
    marker,
  }: { applicantId: string; mentorId: string; practiceId: string; marker: string },
): Promise<Talk> {
  const insert = async (table: string, row: Record<string, string | number | Date>) => {
    const [made] = await owner<{ id: string }[]>`
      insert into ${owner(table)} ${owner({ applicant_id: applicantId, ...row })} returning id`
    return made?.id ?? ''
  }
  const threadId = await insert('comment_threads', {
    mentor_id: mentorId,
    section: 'exams',
    kind: 'practice',
    target_id: practiceId,
  })
  const say = (side: string, author_id: string) =>
    insert('comments', { thread_id: threadId, side, author_id, body: `${marker} said by the ${side}` })
  return {
    threadId,
    mentorCommentId: await say('mentor', mentorId),
    ownCommentId: await say('applicant', applicantId),
    taskId: await insert('suggested_tasks', { thread_id: threadId, title: `${marker} to do` }),
    questionId: await insert('mentor_questions', {
      mentor_id: mentorId,
      text: `${marker} asked`,
      place: 1,
      asked_at: new Date(),
    }),
  }
}
