import type { ReactNode } from 'react'

/** A part of a page or panel under a heading, with air instead of lines. */
export function Section({
  title,
  lead,
  level = 2,
  id,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  level?: 2 | 3
  id?: string
  children: ReactNode
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} className={level === 2 ? 'mt-10 first:mt-0' : 'mt-7 first:mt-0'}>
      <Heading className={level === 2 ? 'text-lg font-semibold' : 'text-base font-semibold'}>{title}</Heading>
      {lead && <p className="mt-1 max-w-prose text-mute">{lead}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}
