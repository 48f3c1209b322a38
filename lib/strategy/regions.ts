/** The four regions of the US Census Bureau, and the territories beside them. */
export const REGIONS = ['northeast', 'midwest', 'south', 'west', 'territory'] as const
export type Region = (typeof REGIONS)[number]

const STATES: Readonly<Record<Region, string>> = {
  northeast: 'CT ME MA NH RI VT NJ NY PA',
  midwest: 'IL IN MI OH WI IA KS MN MO NE ND SD',
  south: 'DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX',
  west: 'AZ CO ID MT NV NM UT WY AK CA HI OR WA',
  territory: 'PR',
}

const BY_STATE: ReadonlyMap<string, Region> = new Map(
  REGIONS.flatMap((region) => STATES[region].split(' ').map((state) => [state, region] as const)),
)

/** The census region of a state's postal code; null for one that is not known. */
export function regionOf(state: string | null): Region | null {
  return state === null ? null : (BY_STATE.get(state) ?? null)
}

export const REGION_NAMES: Readonly<Record<Region, string>> = {
  northeast: 'Northeast',
  midwest: 'Midwest',
  south: 'South',
  west: 'West',
  territory: 'Puerto Rico',
}
