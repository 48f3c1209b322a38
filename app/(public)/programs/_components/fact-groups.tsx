import { Section } from '@/app/_ui/section'
import { Sign } from '@/app/_ui/sign'
import { formatDate } from '@/lib/dates/format'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { FACT_FIELDS, type FactField } from '@/lib/programs/fact'
import { type FactGroup, factGroups } from '@/lib/programs/fact-groups'
import {
  ageWords,
  confidenceWords,
  FIELD_LABELS,
  fieldPhrase,
  originWords,
  valueWords,
  yearWords,
} from '@/lib/programs/fact-words'
import { type FactReadings, type FactUsed, resolveFacts } from '@/lib/programs/resolve-fact'

/** Every fact of a program, by subject: each claim with its source, whose word it is and its age; the unknown as questions. */
export function FactGroups({ program, seasonYear }: { program: CatalogueProgram; seasonYear: number }) {
  const readings = resolveFacts(program, seasonYear)
  return factGroups(program.pathway).map((group) => (
    <Section key={group.title} title={group.title} lead={group.lead} level={3}>
      <Group group={group} readings={readings} />
    </Section>
  ))
}

function Group({ group, readings }: { group: FactGroup; readings: FactReadings }) {
  const isKnown = (field: FactField) => readings.has(field)
  // Two notes are two statements, not a contradiction.
  const disagree = (field: FactField) =>
    FACT_FIELDS[field].kind !== 'note' && (readings.get(field)?.disagree ?? false)
  const known = [...group.asked, ...group.limits, ...group.notes].filter(isKnown)
  const open = group.asked.filter((field) => !isKnown(field))
  const noLimits = group.limits.length > 1 && group.title === 'Who may apply' && !group.limits.some(isKnown)
  return (
    <>
      {known.length > 0 && (
        <dl className="divide-y divide-line">
          {known.map((field) => (
            <FactRow
              key={field}
              field={field}
              claims={readings.get(field)?.claims ?? []}
              disagree={disagree(field)}
            />
          ))}
        </dl>
      )}
      {noLimits && (
        <p className="py-2 text-mute">
          No published minimum score, attempt limit or graduation limit was found.
        </p>
      )}
      {open.length > 0 && (
        <p className="mt-2 flex gap-2.5 rounded-lg bg-unknown-soft px-4 py-2.5">
          <span className="hatch mt-1 size-3.5 flex-none rounded-sm outline outline-unknown-fill" />
          <span>
            <strong className="font-semibold text-unknown">Not known, ask the program:</strong>{' '}
            {open.map(fieldPhrase).join(', ')}.
          </span>
        </p>
      )}
    </>
  )
}

function FactRow({
  field,
  claims,
  disagree,
}: {
  field: FactField
  claims: readonly FactUsed[]
  disagree: boolean
}) {
  return (
    <div className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <dt className="font-medium">
        {FIELD_LABELS[field]}
        {disagree && (
          <span className="mt-0.5 flex items-center gap-1.5 text-sm font-normal text-warn">
            <Sign tone="warn" />
            Sources disagree
          </span>
        )}
      </dt>
      <dd className={`min-w-0 ${disagree ? 'grid gap-3 @min-[40rem]:grid-cols-2' : 'space-y-2'}`}>
        {claims.map((claim) => (
          <Claim key={claim.id} claim={claim} isBoxed={disagree} />
        ))}
      </dd>
    </div>
  )
}

function Claim({ claim, isBoxed }: { claim: FactUsed; isBoxed: boolean }) {
  // Our own classification has no date to grow old by.
  const isOld = claim.scope !== 'classification' && (claim.age === 'stale' || claim.age === 'undated')
  return (
    <div className={isBoxed ? 'rounded-lg border border-line px-3 py-2' : undefined}>
      <p className="text-pretty">
        <Value claim={claim} />
      </p>
      {claim.note && <p className="max-w-prose text-sm">{claim.note}</p>}
      <p className="text-sm text-mute">
        {claim.source.url ? (
          <a
            href={claim.source.url}
            rel="noreferrer"
            className="text-mute underline decoration-edge underline-offset-3 hover:text-ink"
          >
            {claim.source.title}
          </a>
        ) : (
          claim.source.title
        )}
        , {claim.statedOn ? formatDate(claim.statedOn) : yearWords(claim.year)}; {originWords(claim)}
        {claim.confidence === 'official' ? '' : `, ${confidenceWords(claim.confidence)}`}
        {isOld ? (
          <>
            {' · '}
            <span className="whitespace-nowrap text-warn">{ageWords(claim.age)}</span>
          </>
        ) : claim.age === 'ageing' && claim.scope !== 'classification' ? (
          ` · ${ageWords(claim.age)}`
        ) : (
          ''
        )}
      </p>
    </div>
  )
}

/** A page is a link, a number or a note stands as it was read, an answer begins with a capital letter. */
function Value({ claim: { field, value } }: { claim: FactUsed }) {
  if (field === 'official_url' && typeof value === 'string' && /^https?:/.test(value)) {
    return (
      <a href={value} rel="noreferrer" className="break-all text-accent underline underline-offset-3">
        {value}
      </a>
    )
  }
  const words = valueWords(field, value)
  return FACT_FIELDS[field].kind === 'note' ? words : capital(words)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
