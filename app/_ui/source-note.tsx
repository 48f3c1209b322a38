/** Where a statement comes from, how old it is, and how sure: "Program page, 2025, official". No year reads "undated". */
export function SourceNote({
  title,
  href,
  year,
  confidence,
  scope,
}: {
  title: string
  href?: string | null | undefined
  year?: number | string | null | undefined
  confidence?: string | null | undefined
  scope?: string | null | undefined
}) {
  const rest = [year ?? 'undated', confidence, scope].filter(
    (part) => part !== null && part !== undefined && part !== '',
  )
  return (
    <span className="text-sm text-mute">
      {href ? (
        <a
          href={href}
          rel="noreferrer"
          className="text-mute underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
        >
          {title}
        </a>
      ) : (
        title
      )}
      , {rest.join(', ')}
    </span>
  )
}
