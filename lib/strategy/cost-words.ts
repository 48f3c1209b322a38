import { citation } from '@/lib/fit/criteria'
import { joined } from '@/lib/fit/param-words'
import type { Pathway } from '@/lib/programs/pathway'
import { pathwayShortName } from '@/lib/programs/pathway-words'

import type { Budget, Drop, DropReason } from './budget'
import type { Cost, CostItem, CostLine, NextApplication } from './cost'
import type { SignalUse } from './signals'

/* Costs in words. Every price says which season's it is; what was not found is said. */

/** '1,234 USD'. */
export function dollars(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')} USD`
}

const ITEMS: Readonly<Record<CostItem, string>> = {
  applications: 'ERAS applications',
  transcript: 'USMLE transcript, once',
  residency_token: 'ERAS token from Intealth, once',
  fellowship_token: 'ERAS fellowship token, once',
  match_registration: 'NRMP registration',
  extra_ranks: 'NRMP, for programs ranked beyond those included',
  fellowship_match: 'NRMP registration for the fellowship match, where the program is in it',
}

/** In a sentence, where the full name would be long. */
const SHORT_ITEMS: Partial<Record<CostItem, string>> = {
  fellowship_token: 'the fellowship token',
  fellowship_match: 'registration for the fellowship match',
}

/** 'ERAS applications, Pediatrics-genetics: 31 programs'. */
export function costLineTitle(line: CostLine): string {
  const title = ITEMS[line.item]
  if (line.item === 'extra_ranks') return `${title}: ${programs(line.programs)}`
  if (line.item !== 'applications' || line.pathway === null) return title
  return `${title}, ${pathwayShortName(line.pathway)}: ${programs(line.programs)}`
}

/** The price with what it is worth: '360 USD', '80 USD, the last price published', 'price not found'. */
export function costLineAmount(line: CostLine): string {
  if (line.ifAll !== null) {
    const old = line.isForSeason ? '' : ', the last price published'
    return `up to ${dollars(line.ifAll)}, if all are ranked${old}; not in the sum`
  }
  if (line.amount === null) return 'price not found'
  return line.isForSeason ? dollars(line.amount) : `${dollars(line.amount)}, the last price published`
}

/** The sentence above the table. */
export function costSentence(cost: Cost): string {
  if (cost.lines.length === 0) return 'An empty list costs nothing yet.'
  const gap =
    cost.unpriced.length === 0
      ? ''
      : ` Not counted, since no price was found: ${cost.unpriced.map((item) => SHORT_ITEMS[item] ?? ITEMS[item]).join(' and ')}.`
  const outside =
    cost.outsideEras.length === 0
      ? ''
      : ` ${programs(cost.outsideEras.length)} outside ERAS: ask for the price.`
  return `This list costs about ${dollars(cost.total)} in season ${cost.season}, ${dollars(cost.applications)} of it for applications.${gap}${outside}`
}

/** 'The next one costs 11 USD; from the 31st on each adds 30 USD.' */
export function nextApplicationWords(next: NextApplication): string {
  const name = pathwayShortName(next.pathway)
  if (next.adds === null) return `${name}: not through ERAS; ask the program for its price.`
  const old = next.isForSeason ? '' : ' (the last price published)'
  const free = next.adds === 0 ? 'costs nothing more' : `costs ${dollars(next.adds)}`
  const step =
    next.nextStepAt === null || next.nextStepAdds === null
      ? ''
      : ` The ${ordinal(next.nextStepAt)} adds ${dollars(next.nextStepAdds)}.`
  return `${name}: the next application, your ${ordinal(next.programs + 1)}, ${free}${old}.${step}`
}

const DROPS: Readonly<Record<DropReason, string>> = {
  closed: 'Closed to you by a rule this season',
  not_yet_eligible: 'Not open to you yet',
  same_sponsor: 'Another track of the same sponsor stands higher on your list',
  costs_more: 'Costs more than what stands lower on your list and fits into the budget',
  lowest_on_list: 'Stands lowest of what is left on your list',
}

/** Why these come here in the order: 'Stands lowest of what is left on your list.' */
export function dropReasonWords(reason: DropReason): string {
  return `${DROPS[reason]}.`
}

export function dropSavingWords({ saves }: Drop): string {
  return saves === 0 ? 'saves nothing by itself' : `saves ${dollars(saves)}`
}

export function budgetSentence({ limit, after, drops, isWithin, before }: Budget): string {
  if (before.total <= limit) return `The list is within your budget of ${dollars(limit)}.`
  if (after.lines.length === 0) {
    return `No application fits into ${dollars(limit)}: what is paid once comes first. This is the order in which to leave programs off.`
  }
  const left = `Leaving off ${programs(drops.length)} brings it from ${dollars(before.total)} to ${dollars(after.total)}`
  return isWithin
    ? `${left}, within your budget of ${dollars(limit)}.`
    : `${left}; that is still above your budget of ${dollars(limit)}, since what you have applied to and the fixed fees remain.`
}

/** Signals left in one specialty. Where the number is not known, nothing is assumed. */
/** For specialties whose allowance is not known, said once for all of them. */
export function unknownSignalsWords(pathways: readonly Pathway[]): string {
  const names = pathways.map(pathwayShortName).map((name, index) => (index === 0 ? name : name.toLowerCase()))
  return `${joined(names, 'and')}: how many signals this season allows is not known; look it up in MyERAS before you count on any.`
}

export function signalWords({ pathway, allowance, used, left, isOver }: SignalUse): string {
  if (left === null || allowance?.value == null) return unknownSignalsWords([pathway])
  const name = pathwayShortName(pathway)
  const value = allowance.value
  const kinds =
    value.kind === 'plain'
      ? value.signals === 0
        ? 'no signals'
        : `${value.signals} signals, ${used.signal} used`
      : `${value.gold} gold and ${value.silver} silver, ${used.gold} and ${used.silver} used`
  const sure = allowance.confidence === 'official' ? '' : ' Check the number in MyERAS.'
  return `${name}: ${kinds}${isOver ? ', more than may be sent' : ''}.${sure}`
}

export const BUDGET_GROUNDS = citation(['F6', 'F8'])

function programs(count: number): string {
  return `${count} ${count === 1 ? 'program' : 'programs'}`
}

function ordinal(number: number): string {
  const tens = number % 100
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}
