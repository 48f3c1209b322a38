'use client'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import type { ListRow } from '@/lib/list/rows'
import { STAGE_WORDS, STAGES, type Stage, statusesOf } from '@/lib/list/stages'
import type { EntryStatus } from '@/lib/list/status'
import { ChooseBox } from './choose-box'
import type { ListLabels } from './list-labels'
import './list-board.css'

type Held = { id: string; over: EntryStatus; isByKey: boolean }
const ORDER = STAGES.flatMap(statusesOf)

/**
 * The rows by stage, and in a stage by status. A card is dragged to a status, or picked up by its handle and moved with
 * the arrow keys; while one is held every status of a stage shows its place. Dropped, it counts from today.
 */
export function ListBoard({
  rows,
  labels,
  chosen,
  onChoose,
  onMove,
}: {
  rows: readonly ListRow[]
  labels: ListLabels
  chosen: ReadonlySet<string>
  onChoose: (id: string, isChosen: boolean) => void
  onMove: (id: string, status: EntryStatus) => void
}) {
  const [held, setHeld] = useState<Held | null>(null)
  const [said, setSaid] = useState('')
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  // A sponsor may have several programs on one list.
  const nameOf = (row: ListRow) => `${row.sponsor}, ${labels.pathway[row.pathway]}`
  const wordOf = (status: EntryStatus) => labels.status[status]?.label ?? status

  function drop(status: EntryStatus) {
    if (!held) return
    const row = rows.find(({ id }) => id === held.id)
    setHeld(null)
    if (!row || row.status === status) return setSaid(`${row ? nameOf(row) : 'It'} stays where it was.`)
    setSaid(`${nameOf(row)}: ${wordOf(status)}, from today.`)
    onMove(held.id, status)
    if (held.isByKey) requestAnimationFrame(() => document.getElementById(`hold-${held.id}`)?.focus())
  }

  function onHandleKey(event: KeyboardEvent, row: ListRow) {
    if (held?.id !== row.id) return
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
    const step = steps[event.key]
    if (event.key === 'Escape') {
      setHeld(null)
      setSaid(`${nameOf(row)} stays where it was.`)
    } else if (step !== undefined) {
      const over =
        ORDER[Math.min(ORDER.length - 1, Math.max(0, ORDER.indexOf(held.over) + step))] ?? row.status
      setHeld({ ...held, over })
      setSaid(`${wordOf(over)}. Enter puts it here.`)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const cardOf = (row: ListRow) => (
    <Card
      key={row.id}
      row={row}
      name={nameOf(row)}
      labels={labels}
      isChosen={chosen.has(row.id)}
      onChoose={onChoose}
      isHeld={held?.id === row.id}
      hasScript={hasScript}
      onHold={(isByKey) => {
        if (held?.id === row.id && isByKey) return drop(held.over)
        setHeld({ id: row.id, over: row.status, isByKey })
        setSaid(
          isByKey
            ? `${nameOf(row)} is picked up. Arrows move it and Enter puts it down, or a tap on a place, Escape leaves it.`
            : '',
        )
      }}
      onHandleKey={onHandleKey}
      onDragEnd={() => setHeld(null)}
    />
  )

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="board">
        {STAGES.map((stage) => (
          <Column
            key={stage}
            stage={stage}
            rows={rows}
            held={held}
            wordOf={wordOf}
            cardOf={cardOf}
            onOver={(status) => held && held.over !== status && setHeld({ ...held, over: status })}
            onDrop={drop}
          />
        ))}
      </div>
    </>
  )
}

function Column({
  stage,
  rows,
  held,
  wordOf,
  cardOf,
  onOver,
  onDrop,
}: {
  stage: Stage
  rows: readonly ListRow[]
  held: Held | null
  wordOf: (status: EntryStatus) => string
  cardOf: (row: ListRow) => ReactNode
  onOver: (status: EntryStatus) => void
  onDrop: (status: EntryStatus) => void
}) {
  const statuses = statusesOf(stage)
  const inStage = rows.filter(({ status }) => statuses.includes(status))
  return (
    <section
      aria-label={STAGE_WORDS[stage]}
      className="board-column"
      data-empty={inStage.length === 0 || undefined}
      // Where a stage has one status its whole column takes the card; elsewhere the person says which.
      onDragOver={(event) => {
        const [only] = statuses
        if (held === null || only === undefined || statuses.length > 1) return
        event.preventDefault()
        onOver(only)
      }}
      onDrop={(event) => {
        const [only] = statuses
        if (only === undefined || statuses.length > 1) return
        event.preventDefault()
        onDrop(only)
      }}
    >
      <h3 className="flex items-baseline justify-between gap-2 font-medium">
        {STAGE_WORDS[stage]} <span className="text-sm font-normal text-mute">{inStage.length}</span>
      </h3>
      {statuses.map((status) => {
        const cards = inStage.filter((row) => row.status === status)
        // While a card is held, every place that it can be put shows itself.
        if (cards.length === 0 && held === null) return null
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the keyboard's way is the card's handle
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same
          <div
            key={status}
            className="board-lane"
            data-over={held?.over === status || undefined}
            onDragOver={(event) => {
              if (held === null) return
              event.preventDefault()
              event.stopPropagation()
              onOver(status)
            }}
            onDrop={(event) => {
              event.preventDefault()
              event.stopPropagation()
              onDrop(status)
            }}
            // A card that was picked up by its handle goes where one taps next: nobody has to drag.
            onClick={(event) => {
              const isOnPart = event.target instanceof Element && event.target.closest('a, button, input')
              if (held?.isByKey && !isOnPart) onDrop(status)
            }}
          >
            {(statuses.length > 1 || held !== null) && (
              <h4 className="text-sm text-mute">{wordOf(status)}</h4>
            )}
            {cards.length > 0 && <ul>{cards.map(cardOf)}</ul>}
          </div>
        )
      })}
    </section>
  )
}

function Card({
  row,
  name,
  labels,
  isChosen,
  onChoose,
  isHeld,
  hasScript,
  onHold,
  onHandleKey,
  onDragEnd,
}: {
  row: ListRow
  name: string
  labels: ListLabels
  isChosen: boolean
  onChoose: (id: string, isChosen: boolean) => void
  isHeld: boolean
  hasScript: boolean
  onHold: (isByKey: boolean) => void
  onHandleKey: (event: KeyboardEvent, row: ListRow) => void
  onDragEnd: () => void
}) {
  const standing = labels.standing[row.standing]
  return (
    <li
      data-card
      data-held={isHeld || undefined}
      className="board-card"
      draggable={hasScript}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', row.sponsor)
        // After the browser has taken its picture of the card: the page may move beneath it then.
        requestAnimationFrame(() => onHold(false))
      }}
      onDragEnd={onDragEnd}
    >
      <ChooseBox row={row} name={name} isChosen={isChosen} onChoose={onChoose} />
      <div className="min-w-0 flex-1">
        <a href={`/list/${row.id}`}>{row.sponsor}</a>
        <small>
          {labels.pathway[row.pathway]} · {standing?.label ?? row.standing}
        </small>
        {row.since && <small>{row.since}</small>}
      </div>
      {hasScript && (
        <button
          id={`hold-${row.id}`}
          type="button"
          className="board-handle"
          aria-label={isHeld ? `Put ${name} down` : `Move ${name}`}
          aria-pressed={isHeld}
          onClick={() => onHold(true)}
          onKeyDown={(event) => onHandleKey(event, row)}
        >
          <span aria-hidden="true">⠿</span>
        </button>
      )}
    </li>
  )
}
