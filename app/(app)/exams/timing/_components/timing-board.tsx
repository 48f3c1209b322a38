'use client'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Season } from '@/lib/season/season'
import { timingDecision } from '@/lib/timing/decision'
import { periodsSentence } from '@/lib/timing/eligibility'
import {
  PLAN_FIELDS,
  PLAN_SLOTS,
  type PlanField,
  type PlanText,
  planSittings,
  readPlanText,
} from '@/lib/timing/plan'
import { type SimulationInput, simulateSittings } from '@/lib/timing/simulate'
import { CheckList } from './check-list'
import { CostList } from './cost-list'
import { DateFields } from './date-fields'
import { DateRibbon } from './date-ribbon'
import { DecisionVerdict } from './decision-verdict'
import { KeepForm } from './keep-form'
import { LastDates } from './last-dates'
import { SittingPanel } from './sitting-panel'

/** What the simulator reads beside the plan; it stays while dates are moved. */
export type SimulationBasis = Omit<SimulationInput, 'sittings' | 'targetScore' | 'report' | 'eligibility'> & {
  nextSeason: Season
}

/**
 * Dates on one side, what follows on the other, from the engine that the server uses too. With script every change shows at
 * once and stands in the address; without it the form sends the dates in the address and the server draws the same.
 */
export function TimingBoard({
  basis,
  initial,
  base,
  kept,
  version,
  seasonDates,
}: {
  basis: SimulationBasis
  /** The fields at first, from the address over `base`. */
  initial: PlanText
  /** What is kept, or suggested where nothing is: the address holds only what differs from it. */
  base: PlanText
  /** The plan kept for this season, in words; null where none is. */
  kept: string | null
  version: number
  seasonDates: ReactNode
}) {
  const [text, setText] = useState(initial)
  const { plan, problems } = useMemo(() => readPlanText(text), [text])
  const simulation = useMemo(() => {
    const { nextSeason, ...input } = basis
    return simulateSittings({ ...input, ...plan, sittings: planSittings(plan, nextSeason) })
  }, [basis, plan])
  const decision = useMemo(
    () => timingDecision(simulation, basis.season.year),
    [simulation, basis.season.year],
  )
  const change = (field: PlanField, value: string) => setText((before) => ({ ...before, [field]: value }))
  const move = (field: PlanField, on: CalendarDate) => change(field, on)
  useAddress(text, base)

  const bySlot = PLAN_SLOTS.flatMap((slot) => simulation.sittings.filter(({ id }) => id === slot))
  return (
    <div className="space-y-5">
      <DecisionVerdict decision={decision} simulation={simulation} />
      <LastDates simulation={simulation} />
      <section
        aria-labelledby="dates-title"
        className="min-w-0 rounded-xl border border-line bg-panel p-4 sm:p-6"
      >
        <h2 id="dates-title" className="text-lg font-semibold">
          The dates
        </h2>
        <DateRibbon
          sittings={bySlot}
          seasons={plan.next === null ? [basis.season] : [basis.season, basis.nextSeason]}
          today={basis.today}
          onMove={move}
        />
        <DateFields
          text={text}
          problems={problems}
          nextYear={basis.nextSeason.year}
          periods={periodsSentence(bySlot.map(({ examOn }) => examOn))}
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
      {bySlot.length > 0 && (
        <section aria-labelledby="futures-title">
          <h2 id="futures-title" className="text-lg font-semibold">
            Fifty futures of each date
          </h2>
          <p className="mt-1 max-w-prose text-mute">
            Equally likely, and the same dots for the same answers: nothing is random. They speak of a score
            and a day, and are not a chance of matching.
          </p>
          <div className="mt-4 grid items-start gap-5 md:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(20rem,1fr))]">
            {bySlot.map((sitting) => (
              <SittingPanel key={sitting.id} sitting={sitting} simulation={simulation} />
            ))}
          </div>
        </section>
      )}
      <CostList simulation={simulation} />
      <CheckList simulation={simulation} />
    </div>
  )
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
