import type { Choice } from '@/app/_ui/choice-field'
import type { SelectOption } from '@/app/_ui/field'
import { NOT_SAID } from '@/lib/profile/words'

/** The words of a closed list as choices, in the list's own order. */
export function choicesOf<K extends string>(
  keys: readonly K[],
  labels: Readonly<Record<K, string>>,
  hints?: Readonly<Record<K, string>>,
): Choice[] {
  return keys.map((value) => ({ value, label: labels[value], ...(hints && { hint: hints[value] }) }))
}

/** The same with "Not said" first: unknown is an answer, of the same size as the others. */
export function choicesOrNotSaid<K extends string>(
  keys: readonly K[],
  labels: Readonly<Record<K, string>>,
): Choice[] {
  return [{ value: '', label: NOT_SAID, isUnknown: true }, ...choicesOf(keys, labels)]
}

export function optionsOf<K extends string>(
  keys: readonly K[],
  labels: Readonly<Record<K, string>>,
  first = 'Choose',
): SelectOption[] {
  return [{ value: '', label: first }, ...keys.map((value) => ({ value, label: labels[value] }))]
}

/** What a repeated field starts with: nothing ticked is "not said", the box "none" is the empty list. */
export function tickedOf(values: readonly string[] | null): readonly string[] {
  if (values === null) return []
  return values.length === 0 ? ['none'] : values
}
