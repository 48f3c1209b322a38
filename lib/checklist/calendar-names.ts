import type { Pathway } from '@/lib/programs/pathway'

/** The three ways in which a season's applications go out: the Main Match's, and ERAS' two fellowship cycles. */
export const CHECKLIST_CALENDARS = ['main', 'july', 'december'] as const
export type ChecklistCalendar = (typeof CHECKLIST_CALENDARS)[number]

export const CALENDAR_LABELS: Readonly<Record<ChecklistCalendar, string>> = {
  main: 'Main Match',
  july: 'July fellowship cycle',
  december: 'December fellowship cycle',
}

/** What is usual for the pathway. A two-year program may use either fellowship cycle: both are shown and it is asked. */
export function usualCalendars(pathway: Pathway): readonly ChecklistCalendar[] {
  switch (pathway) {
    case 'peds_mgg':
    case 'im_mgg':
    case 'pediatrics':
    case 'internal_medicine':
    case 'prelim_or_ty':
      return ['main']
    case 'mgg':
    case 'mfm_mgg':
      return ['july', 'december']
    case 'lab_genetics':
      return []
  }
}
