import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { Verdict } from '@/app/_ui/verdict'
import type { Brake } from '@/lib/contacts/brake'
import { brakeWords } from '@/lib/contacts/words'
import { formatDate } from '@/lib/dates/format'

const TONES = { free: 'good', wait: 'warn', stop: 'bad' } as const

/** Whether one more message is wise today, before anything is written, with every reason. */
export function BrakePanel({ brake }: { brake: Brake }) {
  return (
    <Panel id="brake">
      <Verdict tone={TONES[brake.state]} title={titleOf(brake)}>
        {brake.state === 'free' && 'Short, once, and only what is true (F7).'}
        {brake.state === 'wait' && 'This is advice: the decision is yours.'}
      </Verdict>
      {brake.reasons.length > 0 && (
        <ul className="mt-3 space-y-2">
          {brake.reasons.map((reason) => (
            <li key={reason.code} className="flex max-w-prose gap-2.5">
              <Sign tone={reason.blocks ? 'bad' : 'warn'} className="mt-1 size-4" />
              {brakeWords(reason)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function titleOf(brake: Brake): string {
  switch (brake.state) {
    case 'free':
      return 'Nothing speaks against a message today.'
    case 'wait':
      return brake.freeOn === null
        ? 'Better not to write now.'
        : `Better to wait until ${formatDate(brake.freeOn)}.`
    case 'stop':
      return 'Do not write now.'
  }
}
