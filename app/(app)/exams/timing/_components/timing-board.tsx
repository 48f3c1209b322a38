'use client'
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { BoardBasis, BoardView, boardOf } from '@/lib/timing/board-view'
import { keepEqual } from '@/lib/timing/keep-equal'
import { PLAN_FIELDS, type PlanField, type PlanSlot, type PlanText } from '@/lib/timing/plan-fields'
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
  const [{ text, isDragged }, setPlan] = useState({ text: initial, isDragged: false })
  const engine = useEngine()
  const read = useMemo(() => engine && keepingReader(engine, basis, first), [engine, basis, first])
  const view = useMemo(
    () => (read === null || text === initial ? first : read(text)),
    [read, text, initial, first],
  )
  const type = useCallback(
    (field: PlanField, value: string) =>
      setPlan((before) => ({ text: { ...before.text, [field]: value }, isDragged: false })),
    [],
  )
  const drag = useCallback(
    (slot: PlanSlot, on: CalendarDate) =>
      setPlan((before) => ({ text: { ...before.text, [slot]: on }, isDragged: true })),
    [],
  )
  useAddress(text, base)
  // What is long and read last follows once the dates themselves have kept up with the hand, and so do the fields under a
  // dragged day: a date field that is set builds all of its parts anew. A field that is typed in keeps up itself.
  const now = useMemo(() => ({ text, view }), [text, view])
  const later = useDeferredValue(now)
  const fields = isDragged ? later : now

  const scores = view.sittings.flatMap((sitting) => sitting.scores?.map(({ at }) => at) ?? [])
  const [least, most] = [Math.min(...scores), Math.max(...scores)]
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
        <DateRibbon sittings={view.sittings} parts={parts} onMove={drag} />
        <DateFields
          text={fields.text}
          problems={fields.view.problems}
          nextYear={basis.nextSeason.year}
          periods={fields.view.periods}
          model={model}
          onChange={type}
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
              <SittingPanel key={sitting.slot} sitting={sitting} leastScore={least} mostScore={most} />
            ))}
          </div>
        </section>
      )}
      <CostList costs={later.view.costs} sittings={later.view.sittings} />
      <CheckList groups={later.view.checks} />
    </div>
  )
}

/** Asks the engine, and gives back what it gave before wherever that says the same: a moved date redraws its own parts. */
function keepingReader(engine: Engine, basis: BoardBasis, first: BoardView): (text: PlanText) => BoardView {
  let last = first
  return (text) => {
    last = keepEqual(last, engine.boardOf(basis, text))
    return last
  }
}

type Engine = { boardOf: typeof boardOf }

/** The engine, once it has arrived. It is most of the page's script, and nothing that is read waits for it. */
function useEngine(): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null)
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
