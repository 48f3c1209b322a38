import { Panel } from '@/app/_ui/panel'
import type { Delay } from '@/lib/strategy/delay'
import { movedWords } from '@/lib/strategy/delay-words'
import { hasMoved, MovedGroups, type MovedOn } from '../../_components/moved-groups'

/** What opens and what closes with the year, by name, with the rule that makes it so. */
export function MovedPrograms({ delay, programs }: { delay: Delay; programs: MovedOn }) {
  const { opens, closes, raised, lowered } = delay
  const moves = { opens, closes, raised, lowered }
  const isMoved = hasMoved(moves)
  return (
    <Panel
      id="moved"
      title={isMoved ? 'What opens and what closes' : 'No program stands otherwise next season'}
      lead={
        isMoved
          ? undefined
          : delay.isAnythingSet
            ? 'With what you have set. Change it above and compare again.'
            : 'Nothing is set yet that the year would bring. Set it above and compare again.'
      }
    >
      {isMoved && <MovedGroups moves={moves} programs={programs} words={movedWords} />}
    </Panel>
  )
}
