import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'

/** Strategy speaks of a list: without one it says where to begin. */
export function EmptyList() {
  return (
    <Panel>
      <EmptyState
        title="No program on your list yet"
        action={
          <LinkButton href="/programs" kind="primary">
            Choose programs
          </LinkButton>
        }
      >
        With a few programs on it, this page says what would change how they stand.
      </EmptyState>
    </Panel>
  )
}
