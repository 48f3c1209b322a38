'use client'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { buttonLook } from '@/app/_ui/button-look'
import type { ActionState } from '@/lib/errors/action-state'
import { afterMove, orderKey, placedAt } from '@/lib/rank/rank-list'

export type OrderItem = { id: string; name: string; detail: ReactNode }

/** After the last of several quick moves the order is sent. */
const PAUSE_MS = 400

/**
 * The order, moved by buttons, by the arrow keys on them, and by dragging. Without script each button sends the form;
 * with it the list moves at once and the whole order follows, each request naming the order that it replaces, so that
 * another window's order is never overwritten.
 */
export function OrderList({
  items,
  order: stored,
  leftOff,
  action,
}: {
  items: readonly OrderItem[]
  order: readonly string[]
  leftOff: readonly string[]
  action: (previous: ActionState, form: FormData) => Promise<ActionState>
}) {
  const [order, setOrder] = useState(stored)
  const [sent, setSent] = useState(stored)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  /** The order in which a drag began, for one that is broken off. */
  const undragged = useRef(stored)
  const [hasScript, setHasScript] = useState(false)
  const [isSaving, startSaving] = useTransition()
  const latest = useRef(stored)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const focus = useRef<string | null>(null)

  useEffect(() => setHasScript(true), [])
  useEffect(() => {
    latest.current = stored
    // Moves that are not sent yet are worth more than what the server knew before them.
    if (timer.current !== null) return
    setOrder(stored)
    setSent(stored)
  }, [stored])
  useEffect(() => {
    // A row that moved has lost the keyboard's place in some browsers.
    if (focus.current && order.length > 0) document.getElementById(focus.current)?.focus()
    focus.current = null
  }, [order])

  const drop = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }
  const send = (next: readonly string[]) => {
    drop()
    timer.current = setTimeout(() => {
      timer.current = null
      const form = new FormData()
      for (const id of next) form.append('order', id)
      for (const id of leftOff) form.append('leftOff', id)
      form.append('before', orderKey({ order: sent, leftOff }))
      setSent(next)
      startSaving(async () => {
        const state = await action({ status: 'idle' }, form)
        if (state.status !== 'failed' && state.status !== 'invalid') return
        setSaid(state.message)
        setOrder(latest.current)
        setSent(latest.current)
      })
    }, PAUSE_MS)
  }
  const show = (next: readonly string[], id: string) => {
    const name = items.find((item) => item.id === id)?.name ?? ''
    setOrder(next)
    setSaid(`${name} is number ${next.indexOf(id) + 1} of ${next.length}.`)
    send(next)
  }
  const move = (id: string, way: 'up' | 'down', button: string) => {
    const next = afterMove({ order, leftOff }, id, way).order
    if (next === order) return
    focus.current = button
    show(next, id)
  }

  return (
    <ActionForm action={action} id="order" className="">
      {order.map((id) => (
        <input key={id} type="hidden" name="order" value={id} />
      ))}
      {leftOff.map((id) => (
        <input key={id} type="hidden" name="leftOff" value={id} />
      ))}
      <input type="hidden" name="before" value={orderKey({ order: sent, leftOff })} />
      <ol className="divide-y divide-line">
        {order.map((id, place) => {
          const item = items.find((one) => one.id === id)
          if (!item) return null
          return (
            <li
              key={id}
              id={`entry-${id}`}
              data-dragged={dragged === id || undefined}
              className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3 first:pt-0 last:pb-0 data-dragged:bg-accent-soft sm:flex-nowrap"
              draggable={hasScript}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', item.name)
                setDragged(id)
                undragged.current = order
              }}
              onDragOver={(event) => {
                if (dragged === null) return
                event.preventDefault()
                if (dragged !== id) setOrder(placedAt(order, dragged, place))
              }}
              onDrop={(event) => event.preventDefault()}
              onDragEnd={({ dataTransfer }) => {
                setDragged(null)
                // Let go beside the list, or broken off with Escape.
                if (dataTransfer.dropEffect === 'none') setOrder(undragged.current)
                else if (order !== undragged.current) show(order, id)
              }}
            >
              <span className="w-7 flex-none text-right text-lg font-semibold">{place + 1}</span>
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium">{item.name}</p>
                <div className="text-sm text-mute">{item.detail}</div>
              </div>
              <div className="no-print flex flex-none gap-1.5 pl-10 sm:pl-0">
                <MoveButton way="up" id={id} name={item.name} isAtEnd={place === 0} onMove={move} />
                <MoveButton
                  way="down"
                  id={id}
                  name={item.name}
                  isAtEnd={place === order.length - 1}
                  onMove={move}
                />
                <button
                  type="submit"
                  name="move"
                  value={`off:${id}`}
                  className={buttonLook('quiet', true)}
                  aria-label={`Leave ${item.name} off`}
                  onClick={drop}
                >
                  Leave off
                </button>
              </div>
            </li>
          )
        })}
      </ol>
      <p role="status" className="no-print mt-3 min-h-6 text-sm text-mute">
        {said} {isSaving && 'Saving…'}
      </p>
    </ActionForm>
  )
}

function MoveButton({
  way,
  id,
  name,
  isAtEnd,
  onMove,
}: {
  way: 'up' | 'down'
  id: string
  name: string
  isAtEnd: boolean
  onMove: (id: string, way: 'up' | 'down', button: string) => void
}) {
  const buttonId = `${way}-${id}`
  const byKey = (event: KeyboardEvent) => {
    const pressed = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (pressed === null) return
    event.preventDefault()
    onMove(id, pressed, buttonId)
  }
  return (
    <button
      id={buttonId}
      type="submit"
      name="move"
      value={`${way}:${id}`}
      aria-label={`Move ${name} ${way}`}
      aria-disabled={isAtEnd || undefined}
      className={`${buttonLook('secondary', true)} min-w-9 pointer-coarse:min-h-11 pointer-coarse:min-w-11`}
      onKeyDown={byKey}
      onClick={(event) => {
        event.preventDefault()
        onMove(id, way, buttonId)
      }}
    >
      <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
    </button>
  )
}
