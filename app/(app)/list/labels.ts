import { STANDINGS } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { UNKNOWN_STATE } from '@/lib/list/rows'
import { ENTRY_STATUSES } from '@/lib/list/status'
import { STATUS_WORDS } from '@/lib/list/status-words'
import { PATHWAYS } from '@/lib/programs/pathway'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { STATE_NAMES } from '@/lib/programs/states'
import type { ListLabels } from './_components/list-labels'

/** Beside a status; where nothing is to be felt about it, nothing is shown. */
const SIGNS = { good: '✓', warn: '!', bad: '✕', neutral: '' } as const

/** The words of the table's rows, made once: the browser gets them as data and not the code that makes them. */
export const LIST_LABELS: ListLabels = {
  standing: Object.fromEntries(
    STANDINGS.map((standing) => {
      const { word, sign, tone } = STANDING_WORDS[standing]
      return [standing, { label: word, sign, tone }]
    }),
  ),
  status: Object.fromEntries(
    ENTRY_STATUSES.map((status) => {
      const { label, tone } = STATUS_WORDS[status]
      return [status, { label, sign: SIGNS[tone], tone }]
    }),
  ),
  pathway: Object.fromEntries(PATHWAYS.map((pathway) => [pathway, pathwayShortName(pathway)])),
  state: { ...STATE_NAMES, [UNKNOWN_STATE]: 'Not known' },
}
