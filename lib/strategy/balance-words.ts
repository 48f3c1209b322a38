import type { Standing } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import type { FactAge } from '@/lib/programs/resolve-fact'
import { stateName } from '@/lib/programs/states'

import type { Balance, Certainty, ClosedProgram, GapCode, ListSetting } from './balance'
import { dollars } from './cost-words'
import type { DismissalReason, SuggestionReason } from './suggestions'

/* The list as a whole, and suggestions, in words. */

export const SETTING_NAMES: Readonly<Record<ListSetting, string>> = {
  university: 'University hospitals',
  children_hospital: 'Children’s hospitals',
  community_affiliated: 'Community hospitals with an affiliation',
  government: 'Government',
}

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  certain: 'Nothing is open',
  yours: 'Rests on your own next steps',
  to_ask: 'Rests on an answer of the program',
  not_open: 'Not open to you this season',
}

const GAPS: Readonly<Record<GapCode, string>> = {
  open_now: 'Nothing on the list is open to you this season. Start with programs that are.',
  combined_tracks:
    'No combined track is on the list. They take graduates from the first year on and lead to both boards.',
  img_history:
    'No program on the list says of itself that it takes international graduates. With a score or an attempt that weighs, add some that do.',
  research_that_sponsors:
    'No research-heavy program on the list is known to sponsor your visa. Such institutions are worth adding.',
  smaller_or_community:
    'No smaller or community-affiliated program is known on the list. The article advises a few, beside university programs.',
  range_of_universities:
    'Every program on the list is among the research-heavy ones. The article advises a range, not the top alone.',
  backup:
    'No backup in pediatrics or internal medicine is on the list. Genetics can follow later; enter such programs as your own.',
}

export function gapSentence(code: GapCode): string {
  return GAPS[code]
}

/** One sentence that stands above the counts. */
export function balanceSentence(balance: Balance): string {
  if (balance.total === 0) return 'No program is on the list yet.'
  const open = balance.total - balance.cannotTake.length
  const parts = balance.standings
    .filter(({ name }) => name !== null && name !== 'closed' && name !== 'not_yet_eligible')
    .map(({ name, count }) => `${count} ${STANDING_WORDS[name as Standing].word.toLowerCase()}`)
  const toAsk = balance.certainty.find(({ name }) => name === 'to_ask')?.count ?? 0
  const asked =
    toAsk === 0
      ? ''
      : ` ${toAsk === open ? 'All' : toAsk} of them rest on an answer that a program has yet to give.`
  const standing = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  return `${open} of ${balance.total} ${balance.total === 1 ? 'program is' : 'programs are'} open to you${standing}.${asked}`
}

/** 'The list lies in 12 states, most in Texas (3).' What has no known place is said beside it. */
export function statesSentence({ states }: Pick<Balance, 'states'>): string {
  const known = states.flatMap(({ name, count }) => (name === null ? [] : [{ name: stateName(name), count }]))
  const unknown = states.find(({ name }) => name === null)?.count ?? 0
  const rest =
    unknown === 0 ? '' : ` The place of ${unknown} ${unknown === 1 ? 'program' : 'programs'} is not known.`
  const [only] = known
  if (only === undefined) return 'Where the list lies is not known.'
  if (known.length === 1) return `The list lies in ${only.name}.${rest}`
  const most = Math.max(...known.map(({ count }) => count))
  const top = known.filter(({ count }) => count === most).map(({ name }) => name)
  const kind = known.some(({ name }) => isNoState(name)) ? 'states and territories' : 'states'
  const where =
    most === 1
      ? ', one program in each'
      : top.length > 3
        ? `, at most ${most} programs in one`
        : `, most in ${listed(top)} (${most}${top.length > 1 ? ' each' : ''})`
  return `The list lies in ${known.length} ${kind}${where}.${rest}`
}

function isNoState(name: string): boolean {
  return name === 'District of Columbia' || name === 'Puerto Rico'
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** What applying to programs that cannot take the person would cost; null when there is none. */
export function closedCostSentence({ cannotTake, costOfClosed }: Balance): string | null {
  if (cannotTake.length === 0) return null
  const count = cannotTake.length
  return `${count} ${count === 1 ? 'program' : 'programs'} on the list cannot take you this season; applying to ${count === 1 ? 'it' : 'them'} would cost about ${dollars(costOfClosed)}.`
}

/** What leaving one program off that cannot take the person would save. */
export function closedSavingWords({ saves, isApplied }: ClosedProgram): string {
  if (isApplied) return 'You have applied already; nothing is refunded.'
  return saves === 0
    ? 'Leaving it off saves nothing by itself.'
    : `Leaving it off saves ${dollars(saves)} by itself.`
}

export function sameSponsorSentence({ sponsor, programIds }: Balance['sameSponsor'][number]): string {
  return `${sponsor}: ${programIds.length} tracks`
}

const AGES: Readonly<Record<FactAge, string>> = {
  fresh: 'says',
  ageing: 'said a few seasons ago',
  stale: 'said long ago',
  undated: 'says on an undated page',
}

/** One reason for a suggestion. */
export function suggestionReasonWords({ code, params }: SuggestionReason): string {
  switch (code) {
    case 'fills_gap':
      return FILLS[params.gap as GapCode]
    case 'standing':
      return `It would stand as ${STANDING_WORDS[params.standing as Standing].word.toLowerCase()}.`
    case 'certain':
      return 'Nothing about it is open.'
    case 'visa_sponsored': {
      const whose =
        params.scope === 'program'
          ? 'It'
          : params.scope === 'parent'
            ? 'Its parent residency'
            : 'Its institution'
      const age = params.age as FactAge
      const ask = age === 'stale' || age === 'undated' ? ': ask' : ''
      return `${whose} ${AGES[age]} that it takes the ${params.visa === 'j1' ? 'J-1' : 'H-1B'}${ask}.`
    }
    case 'img_history':
      return 'It says of itself that international graduates apply or train there.'
    case 'research_match':
      return 'It is research-oriented, and so are you.'
    case 'preference':
      return `It matches what you prefer: ${(params.aspects as readonly string[]).map((aspect) => ASPECTS[aspect]).join(', ')}.`
  }
}

const ASPECTS: Readonly<Record<string, string>> = {
  state: 'place',
  setting: 'setting',
  research: 'research',
  pathway: 'pathway',
}

const FILLS: Readonly<Record<GapCode, string>> = {
  open_now: 'It is open to you, as nothing on the list is.',
  combined_tracks: 'It is a combined track, of which the list has none.',
  img_history: 'It speaks of international graduates, as no program on the list does.',
  research_that_sponsors: 'It is research-heavy and is said to sponsor your visa.',
  smaller_or_community: 'It is smaller or community-affiliated, of which the list has none.',
  range_of_universities: 'It widens the range beyond the research-heavy places.',
  backup: 'It is a backup, of which the list has none.',
}

export const DISMISSAL_WORDS: Readonly<Record<DismissalReason, string>> = {
  place: 'Not that place',
  pathway: 'Not that pathway',
  sponsor: 'Not that sponsor',
  not_interested: 'Not for me',
  asked_and_no: 'I asked, and it is a no',
}
