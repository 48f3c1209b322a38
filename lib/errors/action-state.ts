/** Typed values of a refused form, by field name; a repeated field (checkboxes) is an array. Never a password or a file. */
export type FormValues = Record<string, string | string[]>

/** What a form's action hands back to the form: `values` are shown again, since React resets fields after an action. */
export type ActionState =
  | { status: 'idle' }
  /** `stamp`: of what is stored now, for a form that stays as it is and saves again. */
  | { status: 'done'; message: string; stamp?: number }
  /** Read, not saved: the form shows what would be saved and asks for a second, plain yes. */
  | { status: 'preview'; message: string; values: FormValues }
  | { status: 'invalid'; message: string; fieldErrors: Record<string, string[]>; values: FormValues }
  | { status: 'failed'; code: string; message: string; values: FormValues }
