import type { Holdings } from '@/db/queries/owned-rows'

/** What a person has entered, counted by kind. */
export function HoldingsList({ holdings }: { holdings: Holdings }) {
  if (holdings.lines.length === 0) return <p className="text-mute">Nothing yet.</p>
  return (
    <ul className="list-disc pl-5">
      {holdings.lines.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
