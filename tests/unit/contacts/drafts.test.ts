import { describe, expect, test } from 'vitest'
import { DRAFT_KINDS, draftFor, thanksToWriter } from '@/lib/contacts/drafts'
import { contactDesk, deskSentence, type LoggedContact, logLines, thankYouPolicyOf } from '@/lib/contacts/log'
import { placeholdersIn } from '@/lib/contacts/placeholders'
import { rankFindings } from '@/lib/contacts/rank-wording'
import { strengthsOf, strengthWords } from '@/lib/strategy/strengths'
import { buildApplicant, buildEmptyApplicant } from '@/tests/factories/applicant'

const program = { sponsor: 'University of Utah', pathway: 'peds_mgg' } as const
const asked = { programId: 'utah', questions: [] } as never
const write = (kind: (typeof DRAFT_KINDS)[number], applicant = buildApplicant()) =>
  draftFor(kind, { program, applicant, asked, seasonYear: 2027 }).body

describe.each(DRAFT_KINDS)('a draft: %s', (kind) => {
  test('asks for no rank and promises none, and leaves the person’s own words to them', () => {
    expect(rankFindings(write(kind))).toEqual([])
    expect(placeholdersIn(write(kind)).length).toBeGreaterThanOrEqual(2)
  })
  test('claims nothing for someone whose profile holds nothing', () => {
    expect(write(kind, buildEmptyApplicant())).not.toMatch(/I bring|\d+ (months|weeks)/)
  })
})

test('thanks to a writer promise nothing about ranks, and leave their reason to the person', () => {
  const { body } = thanksToWriter({ seasonYear: 2028, isUploaded: true })
  expect(rankFindings(body)).toEqual([])
  expect(placeholdersIn(body).length).toBeGreaterThanOrEqual(2)
  // Nothing is said to be in MyERAS before it is.
  expect(thanksToWriter({ seasonYear: 2028, isUploaded: false }).body).not.toContain('MyERAS')
})

test('a letter of interest names strengths of the profile, three at most', () => {
  const words = strengthsOf(buildApplicant()).map(strengthWords)
  const body = write('letter_of_interest')
  const named = words.filter((word) => body.includes(word))
  expect(named).toEqual(words.slice(0, 3))
  expect(named.length).toBeGreaterThan(0)
})

const thanked = (id: string, more: object) => ({
  id,
  entryId: 'e',
  programId: 'p',
  thankYou: 'open',
  thankYouOn: null,
  thanksContactId: null,
  ...more,
})

test('the person’s own sentence stands in a letter in place of the list, and changes nothing where none is drafted', () => {
  const ownSentence = 'To medical genetics I bring words for families.'
  const of = (kind: (typeof DRAFT_KINDS)[number], own: string | null) =>
    draftFor(kind, { program, applicant: buildApplicant(), asked, seasonYear: 2027, ownSentence: own }).body
  for (const kind of ['letter_of_interest', 'letter_of_intent', 'question'] as const) {
    expect(of(kind, ownSentence)).toContain(ownSentence)
    expect(of(kind, ownSentence)).not.toContain('I bring 12 months')
  }
  expect(of('thank_you', ownSentence)).toBe(of('thank_you', null))
})

const logged = (with_: Partial<LoggedContact>): LoggedContact => ({
  id: 'one',
  entryId: 'entry',
  letterId: null,
  programId: 'utah',
  on: '2026-10-10',
  kind: 'question',
  direction: 'sent',
  channel: 'email',
  outcome: 'waiting',
  followUpOn: null,
  isFollowedUp: false,
  person: '',
  text: '',
  version: 1,
  ...with_,
})

describe('what the log asks of a day', () => {
  test('two messages to one program are one program that waits; a follow-up is due on its day', () => {
    const contacts = [
      logged({}),
      logged({ id: 'two', kind: 'update' }),
      logged({ id: 'three', programId: 'duke', followUpOn: '2026-10-20', outcome: 'answered' }),
    ]
    expect(deskSentence(contactDesk(contacts, '2026-10-19'))).toBe(
      '1 program has not answered yet; 1 to follow up later.',
    )
    expect(deskSentence(contactDesk(contacts, '2026-10-20'))).toBe(
      '1 follow-up is due; 1 program has not answered yet.',
    )
    // Three weeks on nobody waits for it any more, and what was followed up is done.
    const done = contacts.map((contact) => ({ ...contact, isFollowedUp: true }))
    expect(deskSentence(contactDesk(done, '2026-11-22'))).toBe('Nothing waits for you or for an answer.')
  })

  test('what an interview knows of thanks counts: sent ones, and programs that want none', () => {
    const interviews = [
      thanked('i1', { entryId: 'e1', programId: 'utah', thankYou: 'sent', thankYouOn: '2026-11-03' }),
      thanked('i2', { entryId: 'e2', programId: 'duke', thankYou: 'not_wanted' }),
      // Logged as a message too: that one is the line.
      thanked('i3', { entryId: 'e3', thankYou: 'sent', thankYouOn: '2026-11-04', thanksContactId: 'one' }),
    ]
    expect(logLines([logged({ id: 'one', kind: 'thank_you', on: '2026-11-04' })], interviews)).toMatchObject([
      { id: 'one', kind: 'thank_you', on: '2026-11-04', href: '/contacts/one' },
      { programId: 'utah', kind: 'thank_you', on: '2026-11-03', href: '/interviews/i1#thanks' },
    ])
    expect(thankYouPolicyOf(interviews, 'e2')).toBe('not_wanted')
    expect(thankYouPolicyOf(interviews, 'e1')).toBeNull()
  })
})
