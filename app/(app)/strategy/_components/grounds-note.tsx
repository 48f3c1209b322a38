import { type Grounds, groundsWords } from '@/lib/strategy/grounds'

/** What a piece of advice rests on: criteria and rules, with a link to each page that publishes one. */
export function GroundsNote({ grounds }: { grounds: Grounds }) {
  const pages = grounds.sources.filter((source) => source.url !== null)
  return (
    <p className="text-sm text-mute">
      {groundsWords(grounds)}
      {pages.map((source, index) => (
        <span key={source.url}>
          {index === 0 ? ' (' : ', '}
          <a
            href={source.url ?? undefined}
            rel="noreferrer"
            className="text-mute underline decoration-edge underline-offset-3 hover:text-ink"
          >
            page{pages.length > 1 ? ` ${index + 1}` : ''}
          </a>
          {index === pages.length - 1 && ')'}
        </span>
      ))}
    </p>
  )
}
