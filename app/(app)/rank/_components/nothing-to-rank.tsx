import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'

export function NothingToRank() {
  return (
    <EmptyState title="Nothing to rank yet" action={<LinkButton href="/interviews">Interviews</LinkButton>}>
      Only programs at which you have interviewed can stand on a rank list. Record an interview as held, and
      its program is here, with the marks that you noted on the day.
    </EmptyState>
  )
}
