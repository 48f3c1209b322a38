import type { FitBasis } from '@/app/_server/fit-basis'
import type { Scope } from '@/db/access'
import type { DocumentLine } from '@/lib/documents/line'

/**
 * One part's line of the overview. It is asked in the transaction of the page's basis; `basis` comes after its own
 * statements went out, so await it last. A visitor has no scope and is shown what the part is for.
 */
export type LineOf = (scope: Scope | null, basis: Promise<FitBasis>) => Promise<DocumentLine>
