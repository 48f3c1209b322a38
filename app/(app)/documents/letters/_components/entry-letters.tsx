import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { formatShortDate } from '@/lib/dates/format'
import { MOST_PER_PROGRAM, type TrackedLetter } from '@/lib/letters/letter'
import { letterName } from '@/lib/letters/words'

/** The letters of one program, on its own page of the list. */
export function EntryLetters({ entryId, letters }: { entryId: string; letters: readonly TrackedLetter[] }) {
  const here = letters.flatMap((letter) => {
    const place = letter.assignments.find((one) => one.entryId === entryId)
    return place ? [{ letter, on: place.assignedOn }] : []
  })
  return (
    <Panel
      id="letters"
      title="Letters"
      lead={
        here.length === 0
          ? 'No letter is planned for this program yet.'
          : `${here.length} of at most ${MOST_PER_PROGRAM}.`
      }
      actions={
        <LinkButton
          href={
            letters.length === 0
              ? '/documents/letters'
              : `/documents/letters/coverage?program=${entryId}#change`
          }
          isSmall
        >
          {letters.length === 0 ? 'Enter letters' : 'Change'}
        </LinkButton>
      }
    >
      {here.length > 0 && (
        <ul className="space-y-1">
          {here.map(({ letter, on }) => (
            <li key={letter.id}>
              {letterName(letter)}{' '}
              <span className="text-sm text-mute">
                {on ? `assigned ${formatShortDate(on)}` : 'planned'}
                {letter.uploadedOn === null && ', no upload recorded'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
