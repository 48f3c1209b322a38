/** Practice assessments that report on Step 1 or Step 2 CK. */
export const PRACTICE_KINDS = ['nbme_cbssa', 'nbme_ccssa', 'uwsa', 'free120', 'amboss'] as const
export type PracticeKind = (typeof PRACTICE_KINDS)[number]
