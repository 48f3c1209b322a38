import type { FitBasis } from '@/app/_server/fit-basis'
import type { Scope } from '@/db/access'
import type { DocumentLine } from '@/lib/documents/line'

/**
 * One part's line of the overview: it reads its rows in the transaction of the page's basis, and says how things stand
 * once the basis is there. A visitor has no scope and is shown what the part is for.
 */
export type LineOf = (scope: Scope | null) => Promise<(basis: FitBasis) => DocumentLine>
