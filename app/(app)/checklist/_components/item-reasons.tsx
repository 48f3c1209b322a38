import Link from 'next/link'
import { SourceNote } from '@/app/_ui/source-note'
import { type ChecklistItem, OWN_PREFIX } from '@/lib/checklist/checklist'
import { dueReason, TAKES_WORDS } from '@/lib/checklist/item-words'
import type { TemplateItem } from '@/lib/checklist/template-item'
import { citation } from '@/lib/fit/criteria'

/** Why the item is there, when and why then, how long it takes from abroad, and where its rule was read. */
export function ItemReasons({
  item,
  isOnItsPage = false,
  isReadOnly = false,
}: {
  item: ChecklistItem
  isOnItsPage?: boolean
  isReadOnly?: boolean
}) {
  const { template } = item
  return (
    <div className="max-w-prose space-y-2">
      {template && <p className="text-base">{template.why}</p>}
      {dueReason(item) && (
        <p>
          <span className="font-medium">When. </span>
          {dueReason(item)}
        </p>
      )}
      {item.waitsFor.length > 3 && (
        <p>
          <span className="font-medium">Waits for. </span>
          {item.waitsFor.map(({ title, isDone }) => `${title}${isDone ? ' (done)' : ''}`).join('; ')}.
        </p>
      )}
      {template && (
        <p>
          <span className="font-medium">How long. </span>
          {template.takes.words} <span className="text-mute">({TAKES_WORDS[template.takes.basis]})</span>
        </p>
      )}
      {template && (
        <p className="text-mute">
          {template.criteria.length > 0 && `${citation(template.criteria)}. `}
          {sourcesOf(template).map(({ source, confidence }, index) => (
            <span key={`${source.title} ${source.url}`}>
              {index > 0 && '; '}
              <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
            </span>
          ))}
          {template.rules.length === 0 && 'The field’s practice; no published rule was read for it.'}
        </p>
      )}
      {!isOnItsPage && !isReadOnly && (
        <p>
          <Link
            href={template ? `/checklist/${item.id}` : `/checklist/own/${item.id.slice(OWN_PREFIX.length)}`}
            prefetch={false}
            className="text-accent underline underline-offset-3"
          >
            {template
              ? 'Set a day of your own, add a note, or say that it is not needed'
              : 'Edit or remove it'}
          </Link>
        </p>
      )}
    </div>
  )
}

/** Each page once: several rules of an item are often read in the same place. */
function sourcesOf({ rules }: TemplateItem) {
  return rules.filter(
    ({ source }, index) =>
      rules.findIndex((other) => other.source.title === source.title && other.source.url === source.url) ===
      index,
  )
}
