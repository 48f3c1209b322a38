import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { MovedDate, MovedItem } from '@/lib/checklist/season-dates'
import { formatDate } from '@/lib/dates/format'
import { acceptDatesAction } from '../actions'

/** The season's dates that are other than those last seen, from when to when: told until the person has read it. */
export function MovedNotice({
  moved,
  items,
  back,
}: {
  moved: readonly MovedDate[]
  items: readonly MovedItem[]
  back: string
}) {
  return (
    <Notice
      kind="warn"
      word="Dates moved"
      action={
        <ActionForm action={acceptDatesAction} className="" aria-label="Read what moved">
          <input type="hidden" name="back" value={back} />
          <SubmitButton kind="secondary" isSmall>
            I have read it
          </SubmitButton>
        </ActionForm>
      }
    >
      Since you last looked, dates of the season have changed, and yours have followed.
      <ul className="mt-1 list-disc pl-4">
        {moved.map((date) => (
          <li key={date.key}>{movedWords(date)}</li>
        ))}
      </ul>
      {items.length > 0 && (
        <Disclosure summary={`${items.length} ${items.length === 1 ? 'item' : 'items'} of your checklist`}>
          <ul className="list-disc pl-4">
            {items.map(({ id, title, from, to, keptOn }) => (
              <li key={id}>
                {title}:{' '}
                {keptOn === null
                  ? span(from, to)
                  : `stays on ${formatDate(keptOn)}, which you set; ours would be ${day(to)}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Notice>
  )
}

function movedWords({ label, from, to, isConfirmed }: MovedDate): string {
  if (isConfirmed && to !== null) return `${label}: ${formatDate(to)} is announced now; it was projected`
  return `${label}: ${span(from, to)}`
}

function span(from: string | null, to: string | null): string {
  if (from === null) return `now ${day(to)}; it had no date`
  return `from ${formatDate(from)} to ${day(to)}`
}

function day(on: string | null): string {
  return on === null ? 'no date' : formatDate(on)
}
