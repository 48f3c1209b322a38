import { stateZone } from './state-zone'

/* The zones that mails name. An abbreviation of two letters is a state or a scan as often as a zone, so it counts after a time only. */

const FAMILIES = ['eastern', 'central', 'mountain', 'pacific', 'alaska', 'hawaii', 'arizona'] as const
export type ZoneFamily = (typeof FAMILIES)[number]

const ZONE_OF: Readonly<Record<ZoneFamily, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  arizona: 'America/Phoenix',
}

/** Zones with a name of their own that keep the clock of a family. */
const SAME_CLOCK: Readonly<Record<string, ZoneFamily>> = {
  'America/Detroit': 'eastern',
  'America/Indiana/Indianapolis': 'eastern',
  'America/Boise': 'mountain',
}

const NAMED =
  /\b(eastern|central|mountain|pacific|alaska(?:n)?|hawaii(?:an)?|arizona)\s+(?:(standard|daylight)\s+)?time\b/gi
const LETTERS = /\b(E|C|M|P|AK|H)([SD])T\b/g
/** After a time, or after 'times are in'. */
const SHORT =
  /(?:\d|[ap]\.?m\.?|noon|\btimes?\s+(?:are\s+)?(?:\w+\s+)?in)\s*\(?\s*(?:(E|C|M|P)T\b|(eastern|central|mountain|pacific)\b)/gi
const OTHER = /\b(?:IST|BST|CET|CEST|GST|WAT|EAT|AST|(?:UTC|GMT)(?:\s?[+−-]\s?\d{1,2}(?::\d{2})?)?)\b/g
const YOURS = /\byour\s+(?:own\s+)?(?:local\s+)?time(?:\s*zone)?\b|\blocal\s+time\b/gi

const BY_LETTER: Readonly<Record<string, ZoneFamily>> = {
  E: 'eastern',
  C: 'central',
  M: 'mountain',
  P: 'pacific',
  AK: 'alaska',
  H: 'hawaii',
}

export type MailZone = {
  family: ZoneFamily | 'other' | 'yours'
  /** 'EST' says standard time, 'EDT' daylight time, 'ET' whichever holds. */
  says: 'standard' | 'daylight' | null
  quote: string
  index: number
}

/** Every zone that a mail names, in the order of the text. */
export function findZones(text: string): readonly MailZone[] {
  const found: MailZone[] = []
  const add = (index: number, quote: string, family: MailZone['family'], says: MailZone['says']) => {
    if (!found.some((one) => index < one.index + one.quote.length && one.index < index + quote.length))
      found.push({ family, says, quote, index })
  }
  for (const match of text.matchAll(NAMED)) {
    const family = FAMILIES.find((one) => (match[1] ?? '').toLowerCase().startsWith(one))
    const says = match[2]?.toLowerCase()
    if (family) add(match.index, match[0], family, says === 'standard' || says === 'daylight' ? says : null)
  }
  for (const match of text.matchAll(LETTERS)) {
    add(
      match.index,
      match[0],
      BY_LETTER[match[1] ?? ''] ?? 'other',
      match[2] === 'S' ? 'standard' : 'daylight',
    )
  }
  for (const match of text.matchAll(SHORT)) {
    const letter = match[1]
    // The pattern ignores case for the names; two letters count in capitals alone.
    if (letter && letter !== letter.toUpperCase()) continue
    const quote = letter ? `${letter}T` : (match[2] ?? '')
    const family = letter ? BY_LETTER[letter] : FAMILIES.find((one) => one === quote.toLowerCase())
    if (family) add(match.index + match[0].length - quote.length, quote, family, null)
  }
  for (const match of text.matchAll(OTHER)) add(match.index, match[0], 'other', null)
  for (const match of text.matchAll(YOURS)) add(match.index, match[0], 'yours', null)
  return found.sort((a, b) => a.index - b.index)
}

/** The family whose clock an IANA zone keeps; null for a zone of no family here. */
export function familyOf(zone: string): ZoneFamily | null {
  return SAME_CLOCK[zone] ?? FAMILIES.find((family) => ZONE_OF[family] === zone) ?? null
}

/** The IANA zone of a family at a program: the state's own name for that clock where it has one. */
export function zoneOfFamily(family: ZoneFamily, state: string | null): string {
  const known = stateZone(state)
  const zones = known.kind === 'one' ? [known.zone] : known.kind === 'ask' ? known.zones : []
  return zones.find((zone) => familyOf(zone) === family) ?? ZONE_OF[family]
}
