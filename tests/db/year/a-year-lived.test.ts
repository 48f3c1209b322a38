import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, readDesk } from '@/app/_server/desk'
import { remind } from '@/app/_server/jobs/remind'
import { FACTS_FOLDER } from '@/db/seed/facts-files'
import { loadFacts } from '@/db/seed/load'
import type { UserViewer } from '@/lib/access/viewer'
import { movedDates } from '@/lib/checklist/season-dates'
import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { zonedInstant } from '@/lib/dates/instant'
import { timingVerdict } from '@/lib/timing/verdict'
import { createUser } from '@/tests/factories/user'
import { type CountingMailServer, startCountingMailServer } from '@/tests/support/counting-mail-server'
import { type MovedClock, movedClock } from '@/tests/support/moved-clock'
import { testDatabase } from '@/tests/support/test-database'
import { CHECKLIST, DUE, PUBLISHED_ON, SAID, TIMING } from './calendar'
import { lifeOf } from './life'

/*
 * A year lived: the clock of this process and of its database goes from day to day, a worker's round runs on each at the
 * hour of the daily mail (and wherever else the calendar by hand expects one), and mails arrive at a real mail server.
 */

const ZONE = 'Asia/Kathmandu'
const FIRST: CalendarDate = '2026-11-22'
const LAST: CalendarDate = '2028-03-20'
const [UTAH, CINCINNATI, UPMC] = ['ut-utah-peds-mgg', 'oh-cincinnati-peds-mgg', 'pa-upmc-peds-mgg'] as const
let owner: postgres.Sql
let server: CountingMailServer
let clock: MovedClock
let viewer: UserViewer
/** What was said: a line a thing, with the mail that said it. */
const said: { at: string; kind: string; line: string }[] = []
const desks = new Map<CalendarDate, Desk>()

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  server = await startCountingMailServer({ greetsAtOnce: true })
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'Locus <locus@example.org>'
  await loadFacts(owner)
  clock = await movedClock(owner)
  viewer = await createUser(owner, { timeZone: ZONE })
  await live(lifeAt())
  // A quarter of a minute on a machine with nothing else to do.
}, 600_000)
afterAll(async () => {
  clock?.end()
  await server.close()
  await owner.end()
})

/** What she does, and when: at noon on her clock. */
function lifeAt(): Readonly<Record<CalendarDate, () => Promise<unknown>>> {
  const asha = lifeOf(viewer, owner)
  let question = ''
  return {
    '2026-11-22': () => asha.joins(2028, '2026-05-04'),
    '2026-11-24': () => asha.ticks('2026-11-24', 'one_name'),
    '2026-12-16': () => asha.ticks('2026-12-16', 'pathway_choice'),
    '2027-01-05': () => asha.ticks('2027-01-05', 'visitor_visa'),
    '2027-01-10': () => asha.sits('step2ck', '2027-08-10', 'planned', null, '2027-01-10'),
    '2027-02-01': () => asha.lists(UTAH, CINCINNATI, UPMC),
    '2027-02-20': () => asha.sits('step2ck', '2027-06-28', 'planned', null, '2027-02-20'),
    '2027-03-25': () => asha.observes(4),
    '2027-03-29': () => asha.ticks('2027-03-29', 'step2ck_registration'),
    '2027-05-06': () => asha.hasLetters('promised', 'us_geneticist', 'home_geneticist', 'home_geneticist'),
    '2027-05-20': () => publishCalendar(),
    '2027-06-10': () => asha.sits('oet', '2027-07-10', 'planned', null, '2027-06-10'),
    '2027-06-25': () => asha.reachesEcfmg('application', 'credentials_verified'),
    '2027-06-28': () => asha.sits('step2ck', '2027-06-28', 'pending', null, '2027-06-28'),
    '2027-07-10': () => asha.sits('oet', '2027-07-10', 'pending', null, '2027-07-10'),
    '2027-07-20': () => asha.ticks('2027-07-20', 'gaps_explained'),
    '2027-07-24': () => asha.sits('oet', '2027-07-10', 'pass', null, '2027-07-24'),
    '2027-07-25': () => asha.ticks('2027-07-25', 'eras_token'),
    '2027-07-28': () => asha.sits('step2ck', '2027-06-28', 'pass', 241, '2027-07-28'),
    '2027-08-10': () => asha.ticks('2027-08-10', 'photo', 'school_transcript'),
    '2027-08-15': () => asha.ticks('2027-08-15', 'letters_translated'),
    '2027-08-24': () => asha.ticks('2027-08-24', 'statement', 'program_list'),
    '2027-08-30': () => asha.ticks('2027-08-30', 'mspe', 'application_form'),
    '2027-09-10': () => asha.lettersArrive(),
    '2027-09-18': () => asha.ticks('2027-09-18', 'letters_assigned'),
    '2027-09-24': () => asha.sets('applied', '2027-09-24', UTAH, CINCINNATI, UPMC),
    '2027-10-20': () => asha.isInvited(UTAH, '2027-10-20', '2027-10-19T15:00:00.000Z', 'America/Denver'),
    '2027-10-21': () =>
      asha.books(UTAH, { date: '2027-11-09', time: '09:00' }, 'America/Denver', '2027-10-21'),
    '2027-11-10': () => asha.hasTalked(UTAH, '2027-11-10'),
    '2027-11-11': () => asha.thanks(UTAH, '2027-11-11'),
    '2027-11-16': () =>
      asha.isInvited(CINCINNATI, '2027-11-16', '2027-11-15T20:00:00.000Z', 'America/New_York'),
    '2027-11-17': () =>
      asha.books(CINCINNATI, { date: '2027-12-02', time: '14:00' }, 'America/New_York', '2027-11-17'),
    '2027-11-29': () => asha.ticks('2027-11-29', 'ministry_asked'),
    '2027-12-03': async () => {
      await asha.hasTalked(CINCINNATI, '2027-12-03')
      await asha.thanks(CINCINNATI, '2027-12-03')
    },
    '2027-12-10': async () => {
      await asha.reachesEcfmg('application', 'credentials_verified', 'pathway_applied')
      await asha.sets('rejected', '2027-12-10', UPMC)
    },
    '2028-01-05': () => asha.ticks('2028-01-05', 'nrmp_registration'),
    '2028-01-10': async () => {
      question = await asha.asks(UTAH, '2028-01-10', '2028-01-24')
    },
    '2028-01-22': () => asha.followsUp(question),
    '2028-01-30': () => asha.writesDown('Ask Prof. Rana about the order', '2028-02-20'),
    '2028-02-05': () => asha.isCertified('2028-02-04'),
    '2028-02-08': () => asha.ticks('2028-02-08', 'contract_in_writing'),
    '2028-02-20': () => asha.certifiesRanks('2028-02-20'),
    '2028-03-08': () => asha.ticks('2028-03-08', 'soap_ready'),
    '2028-03-14': () => asha.hears('matched', '2028-03-13', null),
    '2028-03-18': () => asha.hears('matched', '2028-03-17', UTAH),
  }
}

/** The shipped facts with the announcement of 20 May 2027: submission and review a week later than projected. */
async function publishCalendar(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'locus-facts-'))
  try {
    for (const name of ['programs.json', 'leads.json'])
      await copyFile(join(FACTS_FOLDER, name), join(folder, name))
    const facts = JSON.parse(await readFile(join(FACTS_FOLDER, 'seasons.json'), 'utf8'))
    const announced: Record<string, string> = {
      eras_season_opens: '2027-06-02',
      eras_submit_opens: '2027-09-08',
      eras_program_review_opens: '2027-09-29',
      mspe_release: '2027-09-29',
    }
    const season = facts.seasons.find(({ year }: { year: number }) => year === 2028)
    season.events = season.events.map((event: { key: string }) => {
      const on = announced[event.key]
      return on
        ? {
            ...event,
            on,
            at: `${on}T13:00:00.000Z`,
            status: 'published',
            rule: null,
            source: {
              title: 'AAMC: ERAS timeline, 2028 season',
              url: 'https://example.org/eras',
              year: 2027,
            },
          }
        : event
    })
    writeFileSync(join(folder, 'seasons.json'), JSON.stringify(facts))
    await loadFacts(owner, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function live(life: ReturnType<typeof lifeAt>): Promise<void> {
  const hours = new Set(mailsByHand().map(({ at }) => at))
  const lookAt = async (day: CalendarDate, hours: readonly string[], expected: ReadonlySet<string>) => {
    for (const hour of hours) if (expected.has(`${day} ${hour}`)) await look(day, hour)
  }
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    await lookAt(day, ['07:00'], hours)
    // Before she joins there is nobody to look at.
    if (day > FIRST) await look(day, '08:00')
    const deed = life[day]
    const isRead = day in CHECKLIST || day in TIMING
    if (deed || isRead) await clock.set(zonedInstant(day, '12:00', ZONE))
    if (deed) {
      await deed()
      await look(day, '13:00')
    }
    if (isRead) desks.set(day, await readDesk(asSignedIn()))
    await lookAt(day, ['20:45'], hours)
  }
}

/** A round of the worker at this hour, and what it said. */
async function look(day: CalendarDate, hour: string): Promise<void> {
  const before = server.taken.length
  await clock.set(zonedInstant(day, hour, ZONE))
  await remind()
  for (const { raw } of server.taken.slice(before)) {
    const { text = '', subject } = await simpleParser(raw)
    const kind = subject === 'A date that cannot wait' ? 'urgent' : 'digest'
    for (const [line] of text.matchAll(/^(In \d+ days|Tomorrow|Today): .+$/gm))
      said.push({ at: `${day} ${hour}`, kind, line })
  }
}

const asSignedIn = () => ({
  ...viewer,
  email: 'asha@example.org',
  name: null,
  timeZone: ZONE,
  isTimeZoneChosen: true,
  theme: 'system' as const,
  isSample: false,
})

/** The rows of `SAID`, read. */
function mailsByHand() {
  return SAID.trim()
    .split('\n')
    .map((row) => {
      const [day = '', hour = '', kind = '', ...rest] = row.split(/ +/)
      const lines = rest.join(' ').split(', ')
      return { at: `${day} ${hour}`, day, kind, lines: lines.map((line) => lineByHand(day, line)) }
    })
}

function lineByHand(day: CalendarDate, line: string) {
  const [name = '', left = ''] = line.split(' ')
  const on = addDays(day, Number(left))
  const days = DUE[name]?.on.filter(([due]) => due === on) ?? []
  // A day that was announced as projected is projected before and published after.
  const how = (days.length > 1 && day > PUBLISHED_ON ? days.at(-1) : days[0])?.[1]
  if (how === undefined) throw new Error(`The calendar by hand contradicts itself on ${day}: ${line}`)
  const when = { 0: 'Today', 1: 'Tomorrow' }[left] ?? `In ${left} days`
  return `${when}: ${DUE[name]?.title}${how.startsWith('~') ? ' (projected)' : ''}`
}

const sorted = (rows: readonly string[]) => rows.toSorted()

describe('from joining in November 2026 to Match Day of 2028', () => {
  test('every reminder comes on its day, at its hour, and nothing else is said', () => {
    const byHand = mailsByHand().flatMap(({ at, kind, lines }) =>
      lines.map((line) => `${at} ${kind} ${line}`),
    )
    expect(sorted(said.map(({ at, kind, line }) => `${at} ${kind} ${line}`))).toEqual(sorted(byHand))
    // One mail for each row, and each taken once.
    expect(server.taken).toHaveLength(mailsByHand().length)
    expect([...server.counts().values()].every((times) => times === 1)).toBe(true)
  })

  test.each(Object.keys(CHECKLIST))('the checklist of %s has the days that were counted by hand', (day) => {
    const items = (desks.get(day)?.checklist.items ?? []).filter(
      ({ state, applies, due }) => state === 'open' && applies === 'yes' && due.on !== null,
    )
    const byHand = [...(CHECKLIST[day] ?? '').matchAll(/(\S+) (\S+)/g)].map(([row]) => row)
    const shown = items.map(({ id, due }) => `${due.on} ${id.startsWith('own.') ? 'own' : id}`)
    expect(sorted(shown)).toEqual(sorted(byHand))
  })

  test.each(Object.entries(TIMING))('on %s the verdict on Step 2 CK is %j', (day, [code, typical, plan]) => {
    const { season, today, zone, person } = desks.get(day)?.basis ?? {}
    if (!season || !today || !zone || !person) throw new Error(`Nothing was read on ${day}`)
    const attempts = person.applicant.attempts ?? []
    const verdict = timingVerdict({ season, today, attempts, examOn: null, zone })
    expect([today, verdict.code, verdict.last]).toEqual([day, code, { typical, plan }])
  })

  test('the announcement is told once she looks: what moved, from when to when, and what is confirmed', () => {
    const { visit, basis } = desks.get(addDays(PUBLISHED_ON, 1)) ?? {}
    const moved = visit && basis ? movedDates(visit.seenDates, basis.season) : []
    expect(moved.map(({ key, from, to, isConfirmed }) => [key, from, to, isConfirmed])).toEqual([
      ['eras_season_opens', '2027-06-02', '2027-06-02', true],
      ['eras_submit_opens', '2027-09-01', '2027-09-08', false],
      ['eras_program_review_opens', '2027-09-22', '2027-09-29', false],
      ['mspe_release', '2027-09-22', '2027-09-29', false],
    ])
  })

  test('the year had all its days', () => {
    expect(daysBetween(FIRST, LAST)).toBe(484)
    expect(desks.size).toBe(new Set([...Object.keys(CHECKLIST), ...Object.keys(TIMING)]).size)
  })
})
