import { expect, test } from 'vitest'
import { targetOf } from '@/lib/notes/target'
import { type WaitingThread, waitingLine, waitingMark, waitingOn } from '@/lib/notes/waiting'

const ID = '00000000-0000-4000-8000-000000000001'
const thread = (over: Partial<WaitingThread> = {}): WaitingThread => ({
  threadId: 't1',
  target: targetOf('entry', ID),
  from: 'Dr Rao',
  tasks: 0,
  taskTitle: '',
  comments: 1,
  ...over,
})

test('a line of Home says who, what and on what, and leads to where it is answered', () => {
  expect(waitingLine(thread(), 'Children’s Hospital')).toEqual({
    text: 'Dr Rao wrote: Children’s Hospital',
    href: `/list/${ID}#comments`,
  })
  expect(waitingLine(thread({ comments: 3, from: null }), 'X').text).toBe(
    'A former mentor wrote 3 comments: X',
  )
  expect(waitingLine(thread({ target: targetOf('question', ID) }), 'Which letter?')).toEqual({
    text: 'Dr Rao answered: Which letter?',
    href: `/mentors/agenda#question-${ID}`,
  })
  expect(waitingLine(thread({ target: targetOf('section', 'exams') }), 'The exams').href).toBe(
    '/mentors/notes#thread-t1',
  )
  expect(waitingLine(thread({ tasks: 1, taskTitle: 'Sit a form' }), 'X')).toEqual({
    text: 'Dr Rao suggests a task: Sit a form',
    href: '/mentors/notes#thread-t1',
  })
  expect(waitingLine(thread({ tasks: 2, taskTitle: 'Sit a form' }), 'X').text).toBe(
    'Dr Rao suggests 2 tasks: X',
  )
})

test('a mark stands on its own thing alone', () => {
  const waiting = [thread(), thread({ threadId: 't2', target: targetOf('letter', ID), tasks: 1 })]
  const marks = (['entry', 'letter', 'practice'] as const).map((kind) => {
    const found = waitingOn(waiting, { kind, id: ID })
    return found && waitingMark(found)
  })
  expect(marks).toEqual(['Dr Rao wrote', 'Dr Rao suggests a task', null])
})
