import { describe, expect, test } from 'vitest'
import { shownComments, type Thread } from '@/lib/notes/note'
import { isTarget, NOTE_KINDS, paragraphFate, paragraphTarget, sectionOf, targetOf } from '@/lib/notes/target'
import { waitingFor, waitingWords } from '@/lib/notes/waiting'

const ID = '00000000-0000-4000-8000-000000000001'

describe('a target', () => {
  test('of every kind asks for a section, and rank order is nobody’s to speak of', () => {
    for (const kind of NOTE_KINDS)
      expect(sectionOf({ kind, id: kind === 'section' ? 'exams' : ID }), kind).not.toBeNull()
    expect(sectionOf({ kind: 'section', id: 'rank' })).toBeNull()
    expect(sectionOf({ kind: 'section', id: 'contacts' })).toBeNull()
  })

  test.each([
    [targetOf('entry', ID), true],
    [targetOf('entry', 'x'), false],
    [targetOf('item', 'statement'), true],
    [targetOf('item', `own.${ID}`), true],
    [targetOf('item', 'own.x'), false],
    [targetOf('item', 'no_such_item'), false],
    [paragraphTarget(ID, 'Why genetics.'), true],
    [{ kind: 'paragraph', id: ID, anchor: '' } as const, false],
    [{ kind: 'entry', id: ID, anchor: 'x' } as const, false],
  ])('%o is well formed: %s', (target, is) => expect(isTarget(target)).toBe(is))
})

describe('a paragraph that was commented on', () => {
  const anchor = 'In my second year I met a child with an unknown disease.'
  const text = (second: string) => `I grew up by the sea.\n\n${second}\n\nThat is why I apply.`

  test('is found where it reads the same, changed where most of its words are there, and gone where they are not', () => {
    expect(paragraphFate(anchor, text(anchor)).is).toBe('same')
    expect(paragraphFate(anchor, text(`  ${anchor.replace('second year', 'second   year')} `)).is).toBe(
      'same',
    )
    const changed = paragraphFate(anchor, text('In my third year I met a child with a rare unknown disease.'))
    expect(changed).toMatchObject({
      is: 'changed',
      paragraph: { text: expect.stringContaining('third year') },
    })
    expect(paragraphFate(anchor, text('Something else altogether stands here now.')).is).toBe('gone')
    expect(paragraphFate(anchor, '').is).toBe('gone')
  })
})

test('a comment that was taken back keeps its place only where an answer stands below', () => {
  const comment = (id: string, isRemoved: boolean) =>
    ({ id, isRemoved }) as Parameters<typeof shownComments>[0][number]
  const shown = (...removed: boolean[]) =>
    shownComments(removed.map((is, index) => comment(`${index}`, is))).length
  expect(shown(true, false)).toBe(2)
  expect(shown(false, true)).toBe(1)
  expect(shown(true, true)).toBe(0)
})

test('what waits for the applicant is the other side’s last word and a task without an answer', () => {
  const comment = (side: 'applicant' | 'mentor', isRemoved = false) =>
    ({ side, isRemoved }) as Thread['comments'][number]
  const thread = (over: Partial<Thread>) =>
    ({ resolvedAt: null, comments: [], tasks: [], ...over }) as unknown as Thread
  const waiting = waitingFor(
    'applicant',
    [
      thread({ comments: [comment('mentor')] }),
      thread({ comments: [comment('mentor'), comment('applicant')] }),
      thread({ comments: [comment('applicant'), comment('mentor', true)] }),
      thread({ comments: [comment('mentor')], resolvedAt: '2026-11-22T00:00:00.000Z' }),
      thread({ tasks: [{ state: 'suggested' }, { state: 'declined' }] as unknown as Thread['tasks'] }),
    ],
    [],
  )
  expect(waiting).toEqual({ answers: 1, tasks: 1, openThreads: 4, openQuestions: 0 })
  expect(waitingWords(waiting)).toBe(
    'A suggested task waits for your answer. In one conversation the last word is your mentor’s.',
  )
})
