'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Sign } from '@/app/_ui/sign'
import {
  draftsInBrowser,
  forgetDrafts,
  takeOverFromGuests,
} from '@/app/(app)/documents/_writing/local-drafts'

/**
 * Says that somebody who used this browser before, and did not sign out, left texts that are saved nowhere else. Nothing of
 * them is shown; they go when one says so, or their writer signs in and saves them.
 */
export function OthersDrafts({ owner }: { owner: string }) {
  const [owners, setOwners] = useState<readonly string[]>([])
  useEffect(() => {
    takeOverFromGuests(owner)
    setOwners(draftsInBrowser().flatMap((draft) => (draft.owner === owner ? [] : [draft.owner])))
  }, [owner])
  if (owners.length === 0) return null
  const isOne = owners.length === 1
  return (
    <section
      aria-label="Texts of another account"
      className="no-print mb-5 flex flex-wrap items-start justify-between gap-x-4 gap-y-3 rounded-lg bg-warn-soft px-4 py-3"
    >
      <p className="flex min-w-0 max-w-prose flex-[1_1_16rem] gap-3" role="status">
        <Sign tone="warn" className="mt-1 size-4" />
        <span>
          <strong className="font-semibold">
            {isOne ? 'A text of another account' : `${owners.length} texts of another account`} stayed in this
            browser.
          </strong>{' '}
          {isOne ? 'It was not saved when that' : 'They were not saved when that'} session ended, and you are
          not shown {isOne ? 'it' : 'them'}. To save {isOne ? 'it' : 'them'}, the writer signs in here again.
        </span>
      </p>
      <Button
        isSmall
        onClick={() => {
          for (const other of new Set(owners)) forgetDrafts(other)
          setOwners([])
        }}
      >
        {isOne ? 'Discard it' : 'Discard them'}
      </Button>
    </section>
  )
}
