'use client'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { BoardBasis, BoardView, boardOf } from '@/lib/timing/board-view'
import { PLAN_FIELDS, type PlanField, type PlanText } from '@/lib/timing/plan-fields'
import type { ReportModel } from '@/lib/timing/simulate-model'
import { CheckList } from './check-list'
import { CostList } from './cost-list'
import { DateFields } from './date-fields'
import { DateRibbon, type RibbonPart } from './date-ribbon'
import { DecisionVerdict } from './decision-verdict'
import { KeepForm } from './keep-form'
import { LastDates } from './last-dates'
import { SittingPanel } from './sitting-panel'

/**
 * Dates on one side, what follows on the other. The server draws the first picture; the engine that drew it is loaded beside
 * the page and redraws it for each move, at once. Without script the form sends the dates in the address.
 */
export function TimingBoard({
  basis,
  initial,
  first,
  base,
  kept,
  version,
  model,
  parts,
  seasonDates,
}: {
  basis: BoardBasis
  /** The fields at first, from the address over `base`, and what the server made of them. */
  initial: PlanText
  first: BoardView
  /** What is kept, or suggested where nothing is: the address holds only what differs from it. */
  base: PlanText
  /** The plan kept for this season, in words; null where none is. */
  kept: string | null
  version: number
  model: ReportModel & { note: string }
  parts: readonly RibbonPart[]
  seasonDates: ReactNode
}) {
  const [text, setText] = useState(initial)
  const engine = useEngine()
  const view = useMemo(
    () => (engine === null || text === initial ? first : engine.boardOf(basis, text)),
    [engine, basis, text, initial, first],
  )
  const change = (field: PlanField, value: string) => setText((before) => ({ ...before, [field]: value }))
  useAddress(text, base)

  const scores = view.sittings.flatMap((sitting) => sitting.scores?.map(({ at }) => at) ?? [])
  return (
    <div className="space-y-5">
      <DecisionVerdict decision={view.decision} />
      <LastDates last={view.last} />
      <section
        aria-labelledby="dates-title"
        className="min-w-0 rounded-xl border border-line bg-panel p-4 sm:p-6"
      >
        <h2 id="dates-title" className="text-lg font-semibold">
          The dates
        </h2>
        <DateRibbon sittings={view.sittings} parts={parts} onMove={change} />
        <DateFields
          text={text}
          problems={view.problems}
          nextYear={basis.nextSeason.year}
          periods={view.periods}
          model={model}
          onChange={change}
        />
        <KeepForm
          text={text}
          isKept={kept !== null && PLAN_FIELDS.every((field) => text[field] === base[field])}
          kept={kept}
          version={version}
          year={basis.season.year}
        />
        {seasonDates}
      </section>
      {view.sittings.length > 0 && (
        <section aria-labelledby="futures-title">
          <h2 id="futures-title" className="text-lg font-semibold">
            Fifty futures of each date
          </h2>
          <p className="mt-1 max-w-prose text-mute">
            Equally likely, and the same dots for the same answers: nothing is random. They speak of a score
            and a day, and are not a chance of matching.
          </p>
          <div className="mt-4 grid items-start gap-5 md:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(20rem,1fr))]">
            {view.sittings.map((sitting) => (
              <SittingPanel key={sitting.slot} sitting={sitting} scores={scores} />
            ))}
          </div>
        </section>
      )}
      <CostList costs={view.costs} sittings={view.sittings} />
      <CheckList groups={view.checks} />
    </div>
  )
}

/** The engine, once it has arrived. It is most of the page's script, and nothing that is read waits for it. */
function useEngine(): { boardOf: typeof boardOf } | null {
  const [engine, setEngine] = useState<{ boardOf: typeof boardOf } | null>(null)
  useEffect(() => {
    let isGone = false
    import('@/lib/timing/board-view').then(
      (loaded) => {
        if (!isGone) setEngine(loaded)
      },
      // Without it the form still sends the dates; a reload tries again.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [])
  return engine
}

/** Keeps the address at what is shown, so that a reload, a bookmark and the way back lose nothing. */
function useAddress(text: PlanText, base: PlanText) {
  useEffect(() => {
    const timer = setTimeout(() => {
      const params = new URLSearchParams()
      for (const field of PLAN_FIELDS) if (text[field] !== base[field]) params.set(field, text[field])
      const query = params.toString()
      const address = `${location.pathname}${query && `?${query}`}${location.hash}`
      if (address !== location.pathname + location.search + location.hash) {
        history.replaceState(history.state, '', address)
      }
    }, 250)
    return () => clearTimeout(timer)
  }, [text, base])
}
