import type { ReactNode } from 'react'

/** Names and values, side by side where there is room. */
export function DescriptionList({ items }: { items: { term: ReactNode; value: ReactNode; key?: string }[] }) {
  return (
    <dl className="grid gap-y-3 sm:grid-cols-[fit-content(14rem)_minmax(0,1fr)] sm:gap-x-6">
      {items.map((item, index) => (
        <div key={item.key ?? index} className="contents">
          <dt className="-mb-2.5 text-mute sm:mb-0">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
