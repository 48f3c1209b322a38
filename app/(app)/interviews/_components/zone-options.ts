import { zoneGroups } from '@/lib/dates/zones'
import { stateZone, US_ZONES } from '@/lib/interviews/state-zone'
import { placeWords } from '@/lib/programs/states'

type Option = { value: string; label: string }

/** Every zone to choose from, those of the program's state and of the US first. */
export function zoneOptions(program: {
  city: string | null
  state: string | null
}): (Option | { label: string; options: Option[] })[] {
  const known = stateZone(program.state)
  const near = known.kind === 'ask' ? known.zones : []
  const place = placeWords(program)
  return [
    { value: '', label: 'Choose whose clock' },
    ...(near.length > 0
      ? [
          {
            label: `Zones of ${place ?? program.state}`,
            options: near.map((zone) => ({ value: zone, label: labelOf(zone) })),
          },
        ]
      : []),
    {
      label: 'United States',
      options: US_ZONES.filter(({ zone }) => !near.some((one) => one === zone)).map(({ zone, label }) => ({
        value: zone,
        label,
      })),
    },
    ...zoneGroups().map(({ region, zones }) => ({
      label: region,
      options: zones
        .filter(({ zone }) => !US_ZONES.some((one) => one.zone === zone) && !near.some((one) => one === zone))
        .map(({ zone, name }) => ({ value: zone, label: name })),
    })),
  ]
}

function labelOf(zone: string): string {
  return (
    US_ZONES.find((one) => one.zone === zone)?.label ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  )
}
