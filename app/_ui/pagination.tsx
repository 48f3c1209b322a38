import { LinkButton } from './link-button'

/** Earlier and later pages of a list, as links; `hrefFor` builds the URL of a page, counted from 1. */
export function Pagination({
  page,
  pageCount,
  hrefFor,
  label = 'Pages',
}: {
  page: number
  pageCount: number
  hrefFor: (page: number) => string
  label?: string
}) {
  if (pageCount <= 1) return null
  return (
    <nav aria-label={label} className="mt-4 flex items-center justify-between gap-3">
      {page > 1 ? (
        <LinkButton href={hrefFor(page - 1)} isSmall>
          Previous
        </LinkButton>
      ) : (
        <span />
      )}
      <p className="text-sm text-mute">
        Page {page} of {pageCount}
      </p>
      {page < pageCount ? (
        <LinkButton href={hrefFor(page + 1)} isSmall>
          Next
        </LinkButton>
      ) : (
        <span />
      )}
    </nav>
  )
}
