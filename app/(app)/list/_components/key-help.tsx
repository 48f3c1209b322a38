'use client'
import { Menu } from '@/app/_ui/menu'
import { STATUS_KEYS } from '@/lib/list/status-keys'
import type { ListLabels } from './list-labels'

/** Which key records what. Keys count only on a program (its box, its link, its handle), never in a field. */
export function KeyHelp({ labels }: { labels: ListLabels }) {
  return (
    <Menu label="Keys" kind="quiet">
      <div className="max-w-80 p-2 text-sm">
        <p>
          With a program in focus (its box or its name), one key records a status with today’s date. Undo
          stands beside the message.
        </p>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {Object.entries(STATUS_KEYS).map(([key, status]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-edge px-1.5 font-mono uppercase">{key}</kbd>
              </dt>
              <dd>{labels.status[status]?.label}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-mute">
          On the board: Enter on a card’s handle picks it up, arrows move it, Enter puts it down, Escape
          leaves it where it was.
        </p>
      </div>
    </Menu>
  )
}
