import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { StatusChip } from '@/app/_ui/status-chip'
import { Table } from '@/app/_ui/table'
import { addEntryAction } from '@/app/(app)/list/actions'
import { type CatalogueRow, KEY_QUESTIONS, type KeyQuestion, visaAnswer } from '@/lib/catalogue/filter'
import type { Ledger } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { rowReason, sharedConditions } from '@/lib/list/reason'
import { valueWords, yearWords } from '@/lib/programs/fact-words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import type { FactReading } from '@/lib/programs/resolve-fact'
import { placeWords } from '@/lib/programs/states'
import { AddButton } from './add-button'

/** A row of the catalogue, with the person's ledger and list entry where there is a person. */
export type ShownProgram = CatalogueRow & { ledger: Ledger | null; entryId: string | null }

const QUESTION_WORDS: Readonly<Record<KeyQuestion, string>> = {
  offers_place_this_season: 'a place this season',
  j1_accepted: 'J-1',
  h1b_accepted: 'H-1B',
  resident_pay_from_training_grant: 'pay from a grant',
  us_clinical_experience: 'US experience',
  img_in_program: 'IMGs there',
}

/** One form round the whole table: every row's button names its program, and works without script. */
export function ProgramTable({
  rows,
  caption,
  isVisitor,
  back,
}: {
  rows: readonly ShownProgram[]
  caption: string
  isVisitor: boolean
  back: string
}) {
  const shared = sharedConditions(rows.flatMap(({ ledger }) => ledger ?? []))
  const unknownOfAll =
    rows.length > 1 ? KEY_QUESTIONS.filter((field) => rows.every((row) => row.unknown.includes(field))) : []
  return (
    <ActionForm action={addEntryAction} id="add" className="space-y-3" aria-label="Add to your list">
      <input type="hidden" name="back" value={back} />
      {isVisitor && <input type="hidden" name="visitor" value="yes" />}
      {shared.length > 0 && (
        <p className="max-w-prose text-mute">The same for every open program here: {shared.join('; ')}.</p>
      )}
      {unknownOfAll.length > 0 && (
        <p className="max-w-prose text-mute">
          Not known of any program here: {unknownOfAll.map((field) => QUESTION_WORDS[field]).join(', ')}. Ask
          before you pay.
        </p>
      )}
      <Table
        caption={caption}
        columns={[
          { label: 'Program' },
          ...(isVisitor ? [] : [{ label: 'Standing for you' }]),
          { label: 'Pathway' },
          { label: 'Visas' },
          { label: 'List', isLabelHidden: true },
        ]}
      >
        {rows.map((row) => (
          <ProgramRow
            key={row.program.id}
            row={{ ...row, unknown: row.unknown.filter((field) => !unknownOfAll.includes(field)) }}
            shared={shared}
            isVisitor={isVisitor}
          />
        ))}
      </Table>
    </ActionForm>
  )
}

function ProgramRow({
  row,
  shared,
  isVisitor,
}: {
  row: ShownProgram
  shared: readonly string[]
  isVisitor: boolean
}) {
  const { program, ledger, entryId } = row
  const open = row.unknown.filter((field) => field !== 'j1_accepted' && field !== 'h1b_accepted')
  return (
    <tr id={program.id}>
      <th scope="row">
        <Link href={`/programs/${program.id}`} prefetch={false}>
          {program.sponsor}
        </Link>
        <div className="text-sm font-normal text-mute">
          {[
            placeWords(program),
            program.isOwn && 'your own entry',
            program.isRetired && 'no longer in the catalogue',
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </th>
      {!isVisitor && (
        <td>
          {ledger && (
            <div>
              <StatusChip tone={STANDING_WORDS[ledger.standing].tone}>
                {STANDING_WORDS[ledger.standing].word}
              </StatusChip>
              <div className="mt-1 max-w-64 text-mute">{rowReason(ledger, shared)}</div>
            </div>
          )}
        </td>
      )}
      <td>
        <div>
          {pathwayShortName(program.pathway)}
          {isVisitor && program.pathway === 'mgg' && (
            <div className="text-mute">Needs an ACGME year first</div>
          )}
        </div>
      </td>
      <td>
        <div>
          <VisaLine visa="J-1" reading={row.j1} />
          <VisaLine visa="H-1B" reading={row.h1b} />
          {open.length > 0 && (
            <div className="text-unknown">
              <span className="hatch mr-1.5 inline-block size-2.5 rounded-[2px] outline outline-unknown-fill" />
              not known: {open.map((field) => QUESTION_WORDS[field]).join(', ')}
            </div>
          )}
        </div>
      </td>
      <td>
        {entryId ? (
          <Link href={`/list/${entryId}`} prefetch={false} className="inline-block min-h-8 py-1 text-sm">
            On your list
          </Link>
        ) : (
          <AddButton
            programId={program.id}
            name={`${program.sponsor}, ${pathwayShortName(program.pathway)}`}
          />
        )}
      </td>
    </tr>
  )
}

const WHOSE = {
  program: '',
  parent: ', says its parent residency',
  institution: ', says its institution',
  classification: ', our classification',
} as const

/** 'J-1 yes, says its institution, undated'; never a bare yes. */
function VisaLine({ visa, reading }: { visa: string; reading: FactReading }) {
  const claim = reading.lastKnown
  if (!claim) return <div className="text-unknown">{visa} not known</div>
  const whose = claim.origin === 'catalogue' ? WHOSE[claim.scope] : ', as you noted'
  return (
    <div>
      <span className={visaAnswer(reading) === 'no' ? 'text-bad' : undefined}>
        {visa} {valueWords(claim.field, claim.value)}
      </span>
      <span className="text-mute">
        {whose}, {yearWords(claim.year ?? (claim.statedOn ? Number(claim.statedOn.slice(0, 4)) : null))}
        {reading.disagree && '; sources disagree'}
      </span>
    </div>
  )
}
