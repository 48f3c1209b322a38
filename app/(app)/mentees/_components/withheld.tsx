import { Panel } from '@/app/_ui/panel'
import { CLOSED_IN_CONFLICT, type Section } from '@/lib/mentors/policy'
import type { MenteeView } from '../_read/read-mentee'

/**
 * Stands where a part would stand that this reader may not see. It says so and nothing else: whether anything is there is
 * not known here either.
 */
export function Withheld({ view, section, title }: { view: MenteeView; section: Section; title: string }) {
  return (
    <Panel id={`withheld-${section}`} title={title}>
      <p className="flex max-w-prose gap-3">
        <span
          className="hatch mt-1 size-3.5 flex-none rounded-sm outline outline-unknown-fill"
          aria-hidden="true"
        />
        <span>{withheldWords(view, section)}</span>
      </p>
    </Panel>
  )
}

function withheldWords({ name, by, access }: MenteeView, section: Section): string {
  if (access.conflict && CLOSED_IN_CONFLICT.includes(section)) {
    return by === 'preview'
      ? 'Withheld: this mentor works at a program of the list, and this part says which programs are preferred. It cannot be opened to them.'
      : `Withheld: you work at a program of this list, and this part says which programs are preferred. ${name} cannot open it to you.`
  }
  switch (by) {
    case 'link':
      return `Withheld: this link does not open it. ${name} decides what a link shows.`
    case 'preview':
      return 'Withheld: you have not opened this to them.'
    case 'mentor':
      return `Withheld: ${name} has not opened this to you. Ask if you need it.`
  }
}
