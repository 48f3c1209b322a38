import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Listed } from '@/app/_server/strategy-basis'
import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { StatusChip } from '@/app/_ui/status-chip'
import { Table } from '@/app/_ui/table'
import { FACTOR_TITLES } from '@/lib/fit/factor-words'
import { GATE_TITLES } from '@/lib/fit/gate-words'
import {
  factorPoints,
  factProvenance,
  GATE_STATE_WORDS,
  gateSentence,
  OUTCOME_WORDS,
  STANDING_WORDS,
  standingSentence,
} from '@/lib/fit/words'
import { FIELD_LABELS, fieldPhrase, valueWords } from '@/lib/programs/fact-words'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import type { Comparison as Compared, ComparedLine } from '@/lib/strategy/compare'
import { comparisonSentence, sameForAllWords } from '@/lib/strategy/compare-words'
import { dollars } from '@/lib/strategy/cost-words'
import { REGION_NAMES } from '@/lib/strategy/regions'

/** Line by line what differs, and once what is the same for all; printable. */
export function Comparison({ comparison, listed }: { comparison: Compared; listed: readonly Listed[] }) {
  const columns = [
    { label: 'What' },
    ...listed.map(({ program }) => ({ label: `${program.sponsor}, ${pathwayShortName(program.pathway)}` })),
  ]
  return (
    // Columns of one width, with heads that wrap: four programs fit a page and a sheet of paper. On a phone a program's
    // long name, which the table's own styles write, stands above its cell.
    <div className="space-y-5 max-[37.5rem]:[&_td]:pl-0 max-[37.5rem]:[&_td::before]:float-none max-[37.5rem]:[&_td::before]:ml-0 max-[37.5rem]:[&_td::before]:block max-[37.5rem]:[&_td::before]:w-auto [&_table]:sm:table-fixed [&_thead_th]:whitespace-normal [&_thead_th:first-child]:sm:w-36 print:[&_thead_th:first-child]:w-28">
      <Panel
        id="standing"
        title={comparisonSentence(comparison)}
        lead="The tables hold what differs; what is the same for all is said once beneath. A standing is a reading of a record, not a chance of matching."
      >
        <Table caption="Programs side by side: standing and place" isCaptionHidden columns={columns}>
          <Row name="Standing">
            {comparison.ledgers.map((ledger) => (
              <td key={ledger.programId}>
                <span>
                  <StatusChip tone={STANDING_WORDS[ledger.standing].tone}>
                    {STANDING_WORDS[ledger.standing].word}
                  </StatusChip>
                  <span className="mt-1 block text-mute">{standingSentence(ledger)}</span>
                </span>
              </td>
            ))}
          </Row>
          <Row name="Region">
            {comparison.regions.map((region, index) => (
              <td key={listed[index]?.program.id}>{region ? REGION_NAMES[region] : 'not known'}</td>
            ))}
          </Row>
          <Row name="First application of its pathway">
            {comparison.firstFees.map((fee, index) => (
              <td key={listed[index]?.program.id}>
                {fee === null ? 'outside ERAS, or not known' : dollars(fee)}
              </td>
            ))}
          </Row>
          <Row name="Fit, between">
            {comparison.ledgers.map(({ programId, fit }) => (
              <td key={programId}>
                {fit.point} ({fit.low} to {fit.high})
              </td>
            ))}
          </Row>
          <Row name="">
            {listed.map(({ program, entry }) => (
              <td key={program.id}>
                <Link
                  href={`/list/${entry.id}`}
                  prefetch={false}
                  className="text-accent underline underline-offset-3"
                >
                  The whole reading
                </Link>
              </td>
            ))}
          </Row>
        </Table>
      </Panel>
      <Panel id="gates" title="Gates">
        <Lines
          caption="Gates side by side"
          columns={columns}
          listed={listed}
          lines={comparison.gates}
          title={(code) => GATE_TITLES[code]}
          missing={<span className="text-mute">not asked</span>}
        >
          {(gate) => (
            <span>
              <strong className="font-medium">{GATE_STATE_WORDS[gate.state].word}.</strong>{' '}
              {gateSentence(gate)}
            </span>
          )}
        </Lines>
      </Panel>
      <Panel id="factors" title="Factors">
        <Lines
          caption="Factors side by side"
          columns={columns}
          listed={listed}
          lines={comparison.factors}
          title={(code) => FACTOR_TITLES[code]}
        >
          {(factor) => (
            <span>
              {OUTCOME_WORDS[factor.outcome].word}
              {factor.outcome === 'unknown' ? '. ' : ', '}
              {factorPoints(factor)}
            </span>
          )}
        </Lines>
      </Panel>
      <Panel
        id="facts"
        title="Facts"
        {...(comparison.unknownForAll.length > 0 && {
          lead: `Not known of any of them, to be asked: ${comparison.unknownForAll.map(fieldPhrase).join(', ')}.`,
        })}
      >
        <Lines
          caption="Facts side by side"
          columns={columns}
          listed={listed}
          lines={comparison.facts}
          title={(field) => FIELD_LABELS[field]}
        >
          {(reading, field) => (
            <span>
              {reading.claims.map((claim) => (
                <span key={claim.id} className="mb-1 block last:mb-0">
                  {valueWords(field, claim.value)}
                  <span className="block text-mute">{factProvenance(claim)}</span>
                </span>
              ))}
            </span>
          )}
        </Lines>
      </Panel>
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {children}
    </tr>
  )
}

function Lines<K extends string, T>({
  caption,
  columns,
  listed,
  lines,
  title,
  missing = <span className="text-unknown">not known</span>,
  children,
}: {
  caption: string
  columns: { label: string }[]
  listed: readonly Listed[]
  lines: readonly ComparedLine<K, T>[]
  title: (code: K) => string
  /** Stands where a program has no cell: a fact is then not known, a gate is not asked. */
  missing?: ReactNode
  children: (cell: T, code: K) => ReactNode
}) {
  const same = lines.filter(({ isSame }) => isSame)
  const apart = lines.filter(({ isSame }) => !isSame)
  return (
    <>
      {apart.length > 0 && (
        <Table caption={caption} isCaptionHidden columns={columns}>
          {apart.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                {title(line.code)}
                {line.differs && <span className="block text-sm font-normal text-warn">differs</span>}
              </th>
              {line.cells.map((cell, index) => (
                <td key={listed[index]?.program.id}>{cell === null ? missing : children(cell, line.code)}</td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      {same.length > 0 && (
        <Section title={sameForAllWords(listed.length)} level={3}>
          <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
            {same.map(({ code, cells: [cell] }) => (
              <div key={code} className="contents">
                <dt className="font-medium max-sm:mt-1">{title(code)}</dt>
                <dd className="max-w-prose">{cell == null ? missing : children(cell, code)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  )
}
