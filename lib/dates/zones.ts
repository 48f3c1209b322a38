/** US Eastern time: the zone of every ERAS, NRMP and ECFMG deadline. */
export const EASTERN = 'America/New_York'

/** The zone shown before a person has said theirs. */
export const DEFAULT_ZONE = 'UTC'

/**
 * Zones whose name in ICU is an older spelling or a city that people no longer look for. Both spellings mean the same
 * clock; the newer one is shown and stored.
 */
const NEWER_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Etc/GMT': 'UTC',
  'Etc/UCT': 'UTC',
  'Etc/UTC': 'UTC',
  'Europe/Kiev': 'Europe/Kyiv',
  GMT: 'UTC',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  'US/Central': 'America/Chicago',
  'US/Eastern': EASTERN,
  'US/Mountain': 'America/Denver',
  'US/Pacific': 'America/Los_Angeles',
}

export type ZoneOption = { zone: string; name: string }
export type ZoneGroup = { region: string; zones: readonly ZoneOption[] }

/** Whether the runtime knows the name as an IANA zone written as IANA writes it ('asia/kathmandu' is refused). */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The spelling of a zone that the app shows and stores: 'Asia/Katmandu' becomes 'Asia/Kathmandu'. */
export function modernZone(zone: string): string {
  return NEWER_NAMES[zone] ?? zone
}

/** A zone as a person says it: 'Asia/Kathmandu' is 'Kathmandu', 'America/New_York' is 'New York', 'UTC' stays. */
export function zoneName(zone: string): string {
  const modern = modernZone(zone)
  const offset = /^Etc\/GMT([+-])(\d{1,2})$/.exec(modern)
  // The Etc names count westward: 'Etc/GMT+5' is five hours behind UTC.
  if (offset) return Number(offset[2]) === 0 ? 'UTC' : `UTC${offset[1] === '+' ? '−' : '+'}${offset[2]}`
  return (modern.split('/').at(-1) ?? modern).replaceAll('_', ' ')
}

/** Whether a zone's clock is shown as 'ET': then one time is printed, not two. */
export function isEastern(zone: string): boolean {
  return modernZone(zone) === EASTERN
}

const REGIONS = ['Africa', 'America', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific'] as const

/**
 * Every zone to choose from, grouped by region and sorted by name, UTC first. Built on the server and handed down: a
 * browser's own list may spell names differently.
 */
export function zoneGroups(): readonly ZoneGroup[] {
  const zones = [...new Set(Intl.supportedValuesOf('timeZone').map(modernZone))]
  const groups = REGIONS.map((region) => ({
    region,
    zones: zones
      .filter((zone) => zone.startsWith(`${region}/`))
      .map((zone) => ({ zone, name: optionName(zone) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }))
  return [{ region: 'Universal', zones: [{ zone: 'UTC', name: 'UTC' }] }, ...groups]
}

/** Within a list, a zone of three parts keeps its middle: 'Knox, Indiana' is not the only Knox. */
function optionName(zone: string): string {
  const parts = zone.split('/')
  const name = zoneName(zone)
  return parts.length === 3 ? `${name}, ${(parts[1] ?? '').replaceAll('_', ' ')}` : name
}
