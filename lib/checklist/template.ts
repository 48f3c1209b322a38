import { APPLICATION_ITEMS } from './template-application'
import type { TemplateItem } from './template-item'
import { MATCH_ITEMS } from './template-match'
import { RECORD_ITEMS } from './template-record'

/** Every item that a season may ask of somebody, in the order in which it is usually met. */
export const TEMPLATE: readonly TemplateItem[] = [...RECORD_ITEMS, ...APPLICATION_ITEMS, ...MATCH_ITEMS]

const BY_KEY = new Map(TEMPLATE.map((item) => [item.key, item]))

export function templateItem(key: string): TemplateItem | null {
  return BY_KEY.get(key) ?? null
}
