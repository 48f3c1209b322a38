import type { Page } from '@playwright/test'
import type { WrittenPerson } from '../support/e2e/people'
import { expect, test } from '../support/e2e/test'

/*
 * Three people and the advice that a good adviser would sign. Each test reads every page that advises one of them; the
 * rules behind the sentences are tried in tests/unit/strategy/written-applicants.test.ts.
 */

/** Where each page advises: every element found there is one piece of advice, and must say what it rests on. */
const ADVICE: Readonly<Record<string, readonly string[]>> = {
  '/strategy': ['#first li', '#actions ol > li'],
  '/strategy/questions': ['#place', '#programs li li'],
  '/strategy/pathways': ['section[id] li:has(> p)', '#mgg'],
  '/strategy/balance': ['#cannot-take section', '#gaps li', '#same-sponsor', '#suggestions ol > li'],
  '/strategy/cost': ['#bill', '#signals'],
  '/strategy/delay': ['#verdict', '#must-be-true ol > li', '#tasks'],
  '/strategy/what-if': [],
}

/** Opens the person's pages one after the other and returns all text of each, what is folded away included. */
async function readPages(page: Page, person: WrittenPerson, programIds: readonly [string, string]) {
  const [first, second] = programIds.map((id) => `/list/${person.entryIds[id]}`)
  const asked = `/strategy/questions/${programIds[0]}`
  const read = new Map<string, string>()
  for (const path of ['/home', '/list', `${first}`, `${second}`, ...Object.keys(ADVICE), asked]) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    const text = await adviceOn(page)
    expectNoChance(text, path)
    const places = ADVICE[path] ?? (path.startsWith('/list/') ? ['#gates li:has(h3)'] : [])
    expect(await untraced(page, places), path).toEqual([])
    read.set(path, text)
  }
  const of = (path: string) => read.get(path) ?? ''
  return { of, first: of(`${first}`), second: of(`${second}`), asked: of(asked), all: [...read] }
}

/** All text of a page, what is folded away included. */
async function adviceOn(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
}

function expectNoChance(text: string, path: string): void {
  expect(text, path).not.toContain('%')
  const rest = text.replaceAll(/\b(not|never) a chance of matching/g, '')
  expect(rest, path).not.toMatch(/\bchances?\b|\bodds\b|probab|likelihood|likely to match|guarantee/i)
}

/** The pieces of advice that name neither a criterion of the article nor a page that publishes the rule. */
function untraced(page: Page, places: readonly string[]): Promise<string[]> {
  return page.evaluate((selectors) => {
    const isTraced = (item: Element) =>
      /(^|[^A-Za-z0-9])([A-E]\d{1,2}|F\d|G[1-4]|H1), [A-Z]|Rule: /.test(item.textContent ?? '') ||
      item.querySelector('a[href^="http"]') !== null
    return selectors.flatMap((selector) =>
      [...document.querySelectorAll(`main ${selector}`)]
        .filter((item) => !isTraced(item))
        .map((item) => `${selector}: ${item.textContent?.slice(0, 120)}`),
    )
  }, places)
}

/** Matches where these stand one after the other, whatever lies between them. */
function inOrder(...parts: readonly string[]): RegExp {
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'))
}

test('a 252 with nothing in genetics is sent to a clinic and to a letter, never to a higher score', async ({
  page,
  people,
  signInAs,
}) => {
  const person = await people.written('252 without genetics')
  await signInAs(person)
  const read = await readPages(page, person, ['pa-chop-penn-peds-mgg', 'ca-ucsf-mgg'])

  expect(read.of('/home')).toContain('Nothing in genetics is recorded yet')
  expect(read.of('/list')).toContain('13 of 15 programs are open to you')
  // The ledger: the score helps, what is missing in genetics hurts, and the J-1 is a question to the program.
  expect(read.first).toContain('252: in the range from 245 up.')
  expect(read.first).toContain('No research is recorded.')
  expect(read.first).toContain('As a graduate you may observe only.')
  expect(read.first).toContain('Whether it sponsors the J-1 is not known.')
  expect(read.second).toContain('Not open to you yet: needs an ACGME year.')

  const strategy = read.of('/strategy')
  expect(strategy).toMatch(
    inOrder('Your 252 is not what is missing', 'observing in a genetics clinic', 'G3, Question 3'),
  )
  expect(strategy).toContain('None of the 13 programs open to you is known today to sponsor the J-1')
  expect(strategy).toMatch(
    inOrder('Observe in a US genetics clinic for 4 weeks', 'Ask a US geneticist for a letter'),
  )
  expect(strategy).toMatch(inOrder('Add 6 months of genetics research', 'Add a first-author genetics paper'))
  expect(strategy).toContain('after graduation a visitor may not do hands-on work')
  expect(strategy).not.toMatch(/Score \d+ or more|Pass Step 2|elective|externship/)
  expect(strategy).not.toMatch(/Low Step 1 or a fail|D[13], Low Step 2 CK/)

  const questions = read.of('/strategy/questions')
  expect(questions).toMatch(
    inOrder(
      'Will the program offer a place',
      'A2, Role of Step scores',
      'on a J-1 visa',
      'F1, Program research',
    ),
  )
  expect(questions).not.toMatch(/H-1B|Two-year genetics/)
  expect(read.asked).toContain('I bring honors in pediatrics and internal medicine and a Step 2 CK of 252.')

  expect(read.of('/strategy/pathways')).toContain('the article puts genetics research and exposure above')
  expect(read.of('/strategy/pathways')).toContain('What an ACGME year is')
  expect(read.of('/strategy/balance')).toContain('No backup in pediatrics or internal medicine')
  expect(read.of('/strategy/balance')).toContain('2 programs on the list cannot take you this season')
  const delay = read.of('/strategy/delay')
  expect(delay).toContain('The article gives no clear answer')
  expect(delay).toMatch(/still count in season 2028.*begin with them/)
  expect(delay).toMatch(inOrder('No reason to wait', 'Observe in a US genetics clinic for 4 weeks'))
  expect(read.of('/strategy/what-if')).not.toContain('Explanation of the failed attempt')
})

test('a 228 with a failed Step 1 and a genetics laboratory hears what eases the fail, and to apply broadly', async ({
  page,
  people,
  signInAs,
}) => {
  const person = await people.written('228 with research')
  await signInAs(person)
  const read = await readPages(page, person, ['ia-iowa-peds-mgg', 'mo-washu-peds-mgg'])

  expect(read.of('/home')).toContain('No short explanation of the failed attempt is on file')
  // A parent's minimum of an earlier season is a question, and the score reaches it; its attempt limit is one too.
  expect(read.first).toMatch(
    inOrder('Last known: 225', 'Your score reaches that.', 'Whether it still limits attempts'),
  )
  expect(read.second).toContain('Whether it still limits attempts is not known.')
  for (const entry of [read.first, read.second]) {
    expect(entry).toContain('24 months of genetics research.')
    expect(entry).toMatch(
      inOrder('Attempts that did not pass: 1 at Step 1.', 'an explanation on file (not there yet)'),
    )
  }

  const strategy = read.of('/strategy')
  expect(strategy).toMatch(
    inOrder(
      'Three things ease it',
      'a clearly stronger Step 2 CK',
      'an explanation on file (not there yet)',
      'strong clinical evaluations',
      'B3, Step 1; G2, Question 2',
    ),
  )
  expect(strategy).toMatch(inOrder('Your 24 months of genetics research are what carries', 'G3, Question 3'))
  expect(strategy).toMatch(inOrder('With 228, apply broadly', 'D3, Low Step 2 CK'))
  expect(strategy).toMatch(
    inOrder('languages that patients speak and population genetics at home', 'D2, Low Step 2 CK'),
  )
  expect(strategy).toContain(
    'None of the 14 programs open to you is known today to sponsor the H-1B or the J-1',
  )
  expect(strategy).toContain('Put a short explanation of the failed attempt on file')
  expect(strategy).toContain('Observe in a US genetics clinic for 12 weeks')
  // C5 speaks of scores below 220.
  expect(strategy).not.toContain('C5, Target ranges')

  expect(read.of('/strategy/questions')).toContain('Is there a limit on the number of attempts')
  expect(read.asked).toContain('24 months of genetics research, a first-author paper in genetics')
  expect(read.asked).not.toMatch(/I bring[^.]*(228|Step 1)/)
  const doors = read.of('/strategy/pathways')
  expect(doors).toMatch(
    inOrder('With a score in your band the article names the combined tracks', 'D3, Low Step 2 CK'),
  )
  expect(doors).toMatch(
    inOrder('with genetics to follow, beside a broad list in genetics', 'D1, Low Step 2 CK; F8, Tailoring'),
  )
  expect(read.of('/strategy/balance')).toContain('It is research-oriented, and so are you.')
  expect(read.of('/strategy/delay')).toContain('the article sees no need to wait')
  expect(read.of('/strategy/what-if')).toContain('Explanation of the failed attempt')
})

test('a permanent resident with an ACGME year finds two-year genetics open, by its own calendar, and no word of visas', async ({
  page,
  people,
  signInAs,
}) => {
  const person = await people.written('permanent resident')
  await signInAs(person)
  const read = await readPages(page, person, ['md-hopkins-mgg', 'nc-duke-mgg'])

  expect(read.of('/list')).toContain('All 14 programs are open to you')
  expect(read.second).toContain('24')
  const strategy = read.of('/strategy')
  expect(strategy).toMatch(
    inOrder(
      'Two-year genetics is open to you, by calendars of its own',
      'July cycle',
      'December cycle',
      'Rule: ',
    ),
  )
  expect(strategy).toContain('two days before July-cycle fellowship review')
  const doors = read.of('/strategy/pathways')
  expect(doors).toMatch(
    inOrder('Fellowship cycles of two-year genetics', 'July-cycle', '2027', 'December-cycle'),
  )
  expect(doors).toContain('You have the year that the board asks for.')
  expect(doors).not.toContain('active applicants')
  expect(read.of('/strategy/cost')).toContain('ERAS applications, Two-year genetics: 12 programs149 USD')
  expect(read.of('/strategy/delay')).toContain('Fellowship programs review from (July cycle)')
  expect(read.asked).toContain('I bring 6 months of genetics research')

  for (const [path, text] of read.all) {
    // What-if asks one thing, whether a visa is needed, and says no more while it is not.
    const said = path === '/strategy/what-if' ? text.replace('A visa is needed', '') : text
    // A program's own facts stand as it published them; advice to this person has no word of visas.
    if (!path.startsWith('/list/'))
      expect(said, path).not.toMatch(/J-1|H-1B|\bvisas?\b|Intealth reviews|sponsors? you/i)
  }
})
