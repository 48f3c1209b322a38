import { Disclosure } from '@/app/_ui/disclosure'
import { StatusChip } from '@/app/_ui/status-chip'
import type { LogLine } from '@/lib/contacts/log'
import { formatDate } from '@/lib/dates/format'
import { gateSentence, STANDING_WORDS } from '@/lib/fit/words'
import { STATUS_WORDS } from '@/lib/list/status-words'
import type { Program } from '@/lib/programs/fact'
import { FIELD_LABELS } from '@/lib/programs/fact-words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import type { ReapplyDifference } from '@/lib/strategy/reapply'
import { ContactList } from '../../../../contacts/_components/contact-list'

/** One program of the former list: copied or not, where it stood, where it stands next, and why that differs. */
export function FormerProgram({
  difference: { entryId, lastStatus, before, after, gates, grewOld, isNew, isSuggested },
  program,
  interviews,
  contacts,
  years,
}: {
  difference: ReapplyDifference
  program: Program
  interviews: number
  /** What was written to and by the program, the latest first. */
  contacts: readonly LogLine[]
  years: { before: number; after: number }
}) {
  const isSame = before === after && gates.length === 0 && grewOld.length === 0 && isNew.length === 0
  const fields = (list: readonly (keyof typeof FIELD_LABELS)[]) =>
    list.map((field) => FIELD_LABELS[field]).join('; ')
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          name="entries"
          value={entryId}
          defaultChecked={isSuggested}
          className="mt-1.5"
        />
        <span className="min-w-0">
          <span className="font-semibold">{program.sponsor}</span>
          <span className="block text-sm text-mute">{pathwayShortName(program.pathway)}</span>
        </span>
      </label>
      <div className="mt-2 space-y-1.5 pl-7">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <span className="text-sm text-mute">{years.before}</span>
          <StatusChip tone={STANDING_WORDS[before].tone}>{STANDING_WORDS[before].word}</StatusChip>
          <span className="text-sm text-mute">{years.after}</span>
          <StatusChip tone={STANDING_WORDS[after].tone}>{STANDING_WORDS[after].word}</StatusChip>
        </p>
        <p className="text-sm text-mute">
          Last year: {STATUS_WORDS[lastStatus].label.toLowerCase()}
          {interviews > 0 && `, ${interviews === 1 ? 'one interview' : `${interviews} interviews`} held`}.
        </p>
        {contacts.length > 0 && (
          <Disclosure summary={contactsWords(contacts)}>
            <ContactList contacts={contacts} nameOf={null} />
          </Disclosure>
        )}
        {isSame && <p className="text-sm text-mute">Nothing that is known differs.</p>}
        {gates.length > 0 && (
          <ul className="max-w-prose list-disc space-y-1 pl-5">
            {gates.map((gate) => (
              <li key={gate.code}>{gateSentence(gate)}</li>
            ))}
          </ul>
        )}
        {grewOld.length > 0 && (
          <p className="max-w-prose text-sm">Too old to decide now, so ask again: {fields(grewOld)}.</p>
        )}
        {isNew.length > 0 && <p className="max-w-prose text-sm">Stated since then: {fields(isNew)}.</p>}
      </div>
    </li>
  )
}

function contactsWords([latest, ...others]: readonly LogLine[]): string {
  if (!latest) return ''
  const last = `the last on ${formatDate(latest.on)}`
  return others.length === 0
    ? `One message, on ${formatDate(latest.on)}`
    : `${others.length + 1} messages, ${last}`
}
