import { ActionForm } from '@/app/_ui/action-form'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Program } from '@/lib/programs/fact'
import { DISMISSAL_WORDS } from '@/lib/strategy/balance-words'
import type { Dismissal } from '@/lib/strategy/suggestions'
import { ProgramLink } from '../../_components/program-link'
import { recallAction } from '../actions'

/** What the person put aside, with the reason that they gave, and the way back. */
export function DismissedList({
  dismissals,
  programs,
}: {
  dismissals: readonly Dismissal[]
  programs: ReadonlyMap<string, Program>
}) {
  return (
    <Panel id="dismissed" title="Put aside" lead="Not suggested again. They stay in the catalogue.">
      <ul className="divide-y divide-line">
        {dismissals.map(({ programId, reason }) => {
          const program = programs.get(programId)
          if (!program) return null
          return (
            <li
              key={programId}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
            >
              <span className="min-w-0 flex-1">
                <ProgramLink program={program} />
                <span className="block text-sm text-mute">{DISMISSAL_WORDS[reason]}</span>
              </span>
              <ActionForm action={recallAction} className="" aria-label={`Suggest ${program.sponsor} again`}>
                <input type="hidden" name="programId" value={programId} />
                <SubmitButton kind="quiet" isSmall>
                  Suggest again
                </SubmitButton>
              </ActionForm>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
