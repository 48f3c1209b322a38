/** What a page shows when it broke: no blame, what is safe, and a way on. Used by error boundaries, so it stays tiny. */
export function ErrorNotice({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="text-2xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="mt-2 text-lg text-mute">
        Something went wrong on our side. What you saved before is safe. Please try again; if it happens once
        more, come back in a few minutes.
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <button
          type="button"
          onClick={retry}
          className="min-h-10 rounded-md bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
        >
          Try again
        </button>
        <a href="/">Start page</a>
      </div>
      {digest && <p className="mt-8 text-sm text-mute">For the operator: error {digest}</p>}
    </main>
  )
}
