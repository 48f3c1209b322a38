import { PATHWAYS } from '@/lib/programs/pathway'
import { pathwayName } from '@/lib/programs/pathway-words'

/** What a statement can be written for; '' stands for any pathway. */
export const PATHWAY_OPTIONS = [
  { value: '', label: 'Any pathway' },
  ...PATHWAYS.map((value) => ({ value, label: pathwayName(value) })),
]
