/** The doors into medical genetics; each decides match, calendar, fees and who may enter (DESIGN.md 2.1). */
export const PATHWAYS = [
  'peds_mgg',
  'im_mgg',
  'mgg',
  'mfm_mgg',
  'pediatrics',
  'internal_medicine',
  'prelim_or_ty',
  'lab_genetics',
] as const
export type Pathway = (typeof PATHWAYS)[number]
