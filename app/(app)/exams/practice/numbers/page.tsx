import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { StatusChip } from '@/app/_ui/status-chip'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { getForecastOwn, numbersStamp, sourceStamp } from '@/db/queries/forecast-settings'
import { PRACTICE_LABELS } from '@/lib/exams/attempt-words'
import { PRACTICE_KINDS, type PracticeKind, reportsOf } from '@/lib/exams/practice'
import { changedKinds, FORECAST_NUMBERS, NO_NUMBERS, settingsWith } from '@/lib/forecast/overrides'
import { DEFAULT_SETTINGS, type Ground, SETTING_NOTES, type SourceSetting } from '@/lib/forecast/settings'
import { FORECAST_NUMBER_LABELS, GROUND_LABELS } from '@/lib/forecast/words'
import {
  resetForecastNumbersAction,
  resetForecastSourceAction,
  saveForecastNumbersAction,
  saveForecastSourceAction,
} from '../actions'

export const metadata: Metadata = { title: 'Offsets and spreads' }

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved. The forecast uses it.',
  reset: 'The default holds again.',
}

/** CBSSA belongs to Step 1, which has no number: there is nothing to set. */
const KINDS = PRACTICE_KINDS.filter((kind) => kind !== 'nbme_cbssa')

export default async function NumbersPage({ searchParams }: PageProps<'/exams/practice/numbers'>) {
  const { done } = await searchParams
  const viewer = await getViewer()
  const own = viewer ? await withOwnScope(viewer, getForecastOwn) : { sources: [], numbers: NO_NUMBERS }
  const settings = settingsWith(own)
  const changed = changedKinds(own)
  const message = typeof done === 'string' ? DONE[done] : undefined
  const hasOwnNumbers = FORECAST_NUMBERS.some((name) => own.numbers[name] !== null)
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        above={<BackLink href="/exams/practice#forecast">Practice</BackLink>}
        title="Offsets and spreads"
        lead="What the forecast believes of each practice test. Change a number when you know better; the default stays one click away."
      />
      <div className="space-y-5">
        {KINDS.map((kind) => (
          <SourcePanel
            key={kind}
            kind={kind}
            source={settings.sources[kind]}
            isOwn={changed.includes(kind)}
            seen={sourceStamp(own, kind)}
          />
        ))}
        <Panel
          id="all"
          title="For all tests"
          lead="How age, timing and mixing count, and how far a trend is followed."
        >
          <ActionForm id="numbers" action={saveForecastNumbersAction} aria-label="Numbers for all tests">
            <input type="hidden" name="seen" value={numbersStamp(own)} />
            <OnConflict>
              <ul>
                {FORECAST_NUMBERS.map((name) => (
                  <li key={name}>
                    {FORECAST_NUMBER_LABELS[name]}: {settings[name]}
                  </li>
                ))}
              </ul>
            </OnConflict>
            {FORECAST_NUMBERS.map((name) => (
              <TextField
                key={name}
                name={name}
                label={FORECAST_NUMBER_LABELS[name]}
                note={
                  own.numbers[name] === null ? undefined : `yours; the default is ${DEFAULT_SETTINGS[name]}`
                }
                hint={SETTING_NOTES[name]}
                inputMode="decimal"
                width="narrow"
                defaultValue={settings[name]}
              />
            ))}
            <SubmitButton>Save these numbers</SubmitButton>
          </ActionForm>
          {hasOwnNumbers && (
            <ActionForm
              action={resetForecastNumbersAction}
              className="mt-4"
              aria-label="Back to the defaults"
            >
              <SubmitButton kind="quiet" isSmall>
                Back to the defaults
              </SubmitButton>
            </ActionForm>
          )}
        </Panel>
      </div>
    </>
  )
}

function SourcePanel({
  kind,
  source,
  isOwn,
  seen,
}: {
  kind: PracticeKind
  source: SourceSetting
  isOwn: boolean
  /** The stamp of what is stored of it. */
  seen: string
}) {
  const held = DEFAULT_SETTINGS.sources[kind]
  const name = PRACTICE_LABELS[kind]
  return (
    <Panel id={kind} title={name} lead={source.note}>
      <div className="space-y-4">
        <p>
          <SourceNote title={source.source.title} href={source.source.url} year={source.source.year} />
        </p>
        <ActionForm
          id={`source-${kind}`}
          action={saveForecastSourceAction}
          className="space-y-4"
          aria-label={`Numbers of ${name}`}
        >
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="seen" value={seen} />
          <OnConflict>
            <p>
              Offset {source.offset}, spread {source.spread}
              {source.conversion &&
                `; at ${source.conversion.atPercent} per cent ${source.conversion.score}, one per cent more adds ${source.conversion.pointsPerPercent}`}
              .
            </p>
          </OnConflict>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="offset"
              label="Offset"
              note={<GroundMark ground={source.offsetGround} held={held.offset} />}
              hint="Points added to its result to read it on the Step 2 CK scale."
              inputMode="decimal"
              width="narrow"
              defaultValue={source.offset}
            />
            <TextField
              name="spread"
              label="Spread"
              note={<GroundMark ground={source.spreadGround} held={held.spread} />}
              hint="Two exam results in three are expected within plus or minus this many points."
              inputMode="decimal"
              width="narrow"
              defaultValue={source.spread}
            />
          </div>
          {reportsOf(kind) !== 'score' && (
            <FormDisclosure
              summary="Count a per cent by a conversion of your own"
              isOpen={source.conversion !== null}
            >
              <div className="grid gap-5 sm:grid-cols-3">
                <TextField
                  name="atPercent"
                  label="At this per cent"
                  inputMode="decimal"
                  width="narrow"
                  defaultValue={source.conversion?.atPercent}
                />
                <TextField
                  name="score"
                  label="the score is"
                  inputMode="decimal"
                  width="narrow"
                  defaultValue={source.conversion?.score}
                />
                <TextField
                  name="pointsPerPercent"
                  label="and one per cent more adds"
                  inputMode="decimal"
                  width="narrow"
                  suffix="points"
                  defaultValue={source.conversion?.pointsPerPercent}
                />
              </div>
              <p className="mt-2 max-w-prose text-sm text-mute">
                No official conversion exists. Empty, a per cent counts in readiness alone.
              </p>
            </FormDisclosure>
          )}
          <SubmitButton kind="secondary" aria-label={`Save the numbers of ${name}`}>
            Save
          </SubmitButton>
        </ActionForm>
        {isOwn && (
          <ActionForm action={resetForecastSourceAction} className="" aria-label={`Default of ${name}`}>
            <input type="hidden" name="kind" value={kind} />
            <SubmitButton kind="quiet" isSmall aria-label={`Back to the default of ${name}`}>
              Back to the default
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Panel>
  )
}

/** Whose number it is: published, an assumption, or the person's own with what it was. */
function GroundMark({ ground, held }: { ground: Ground; held: number }) {
  const tone = ground === 'published' ? 'good' : ground === 'yours' ? 'neutral' : 'unknown'
  return (
    <StatusChip tone={tone}>
      {GROUND_LABELS[ground]}
      {ground === 'yours' && `; the default is ${held}`}
    </StatusChip>
  )
}
