/** A budget as typed into the address: whole dollars. null: none is asked for. 'invalid': not a number of dollars. */
export function readBudget(typed: string | readonly string[] | undefined): number | 'invalid' | null {
  const text = (typeof typed === 'string' ? typed : (typed?.[0] ?? '')).replaceAll(/[\s,$]|USD/gi, '')
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : 'invalid'
}
