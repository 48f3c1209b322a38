import type { ReactNode } from 'react'
import { FactorBars } from '@/app/_ui/charts/factor-bars'
import { RangeBar } from '@/app/_ui/charts/range-bar'
import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Verdict } from '@/app/_ui/verdict'
import type { Ledger } from '@/lib/fit/ledger'
import {
  factorCitation,
  factorPoints,
  factorSentence,
  factorTitle,
  fitSentence,
  preferenceSentence,
  profileFactWord,
  STANDING_WORDS,
  standingSentence,
} from '@/lib/fit/words'
import { GateList } from './gate-list'
import { profileHref } from './profile-href'

/**
 * One program read for one person: the standing and its reasons, every gate with its rule and source, what speaks for and
 * against, and only then the number with its spread. `isFolded` keeps all but the standing behind a summary line, for a
 * page that is about something else. `next`, what to do about it, comes after the standing and before the reasons.
 */
export function LedgerView({
  ledger,
  isFolded = false,
  isMine = true,
  next,
}: {
  ledger: Ledger
  isFolded?: boolean
  /** Whether the reader is the person whom it speaks of: then what is missing leads to where it is entered. */
  isMine?: boolean
  next?: ReactNode
}) {
  const standing = STANDING_WORDS[ledger.standing]
  const wishes = preferenceSentence(ledger.preference)
  return (
    <div className="space-y-5">
      <Panel id="standing">
        <Verdict tone={standing.tone} title={standingSentence(ledger)}>
          <p>{standing.meaning}</p>
          {wishes && <p className="mt-1">{wishes}</p>}
        </Verdict>
        {ledger.missing.length > 0 && ledger.standing !== 'closed' && (
          <p className="mt-4 flex gap-2.5 text-sm text-mute">
            <span className="hatch mt-1 size-3 flex-none rounded-sm outline outline-unknown-fill" />
            <span>
              Not said yet, and it would sharpen this:{' '}
              {ledger.missing.map((fact, index) => (
                <span key={fact}>
                  {index > 0 && ', '}
                  {isMine ? <a href={profileHref(fact)}>{profileFactWord(fact)}</a> : profileFactWord(fact)}
                </span>
              ))}
              .
            </span>
          </p>
        )}
      </Panel>

      {next}

      {isFolded ? (
        <Disclosure summary="Every gate and factor, with its rule and source">
          <div className="space-y-5">
            <Reasons ledger={ledger} />
          </div>
        </Disclosure>
      ) : (
        <Reasons ledger={ledger} />
      )}
    </div>
  )
}

function Reasons({ ledger }: { ledger: Ledger }) {
  return (
    <>
      <Panel
        id="gates"
        title="What opens or closes it"
        lead="Gates decide the standing. Nothing else offsets a closed one."
      >
        <GateList gates={ledger.gates} />
      </Panel>

      <Panel
        id="factors"
        title="What speaks for you here, and against"
        lead="Each bar starts at neutral. What is not known is hatched over all that it might do."
      >
        <FactorBars
          label="Factors of the fit"
          factors={ledger.factors.map((factor) => ({
            key: factor.code,
            label: factorTitle(factor),
            detail: factorSentence(factor),
            outcome: factor.outcome,
            value: factor.contribution,
            low: factor.low,
            high: factor.high,
          }))}
        />
        <div className="mt-6 border-t border-line pt-5">
          <RangeBar
            low={ledger.fit.low}
            point={ledger.fit.point}
            high={ledger.fit.high}
            label={`Fit ${ledger.fit.point} on a scale to 100, between ${ledger.fit.low} and ${ledger.fit.high}; not a chance of matching`}
          />
          <p className="mt-2 max-w-prose text-mute">{fitSentence(ledger.fit)}</p>
        </div>
        <div className="mt-3">
          <Disclosure summary="Points and criteria, line by line">
            <dl className="grid gap-x-6 text-sm sm:grid-cols-[12rem_12rem_minmax(0,1fr)]">
              {ledger.factors.map((factor) => (
                <div key={factor.code} className="contents">
                  <dt className="pt-2 font-medium">{factorTitle(factor)}</dt>
                  <dd className="sm:pt-2">{factorPoints(factor)}</dd>
                  <dd className="text-mute sm:pt-2">{factorCitation(factor)}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-3 text-sm text-mute">
              The numbers are the article’s criteria with our own weights: see{' '}
              <a href="/method">the method</a>.
            </p>
          </Disclosure>
        </div>
      </Panel>
    </>
  )
}
