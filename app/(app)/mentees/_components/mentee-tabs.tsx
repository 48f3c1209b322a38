import { Tabs } from '@/app/_ui/tabs'
import { MENTEE_PAGES, type MenteePage, type MenteePlaces } from '../_read/mentee-pages'

/** The pages about one mentee, and what is said to each other for those who take part. */
export function MenteeTabs({
  name,
  current,
  places: { hrefOf, notesHref },
}: {
  name: string
  current: MenteePage | 'notes'
  places: MenteePlaces
}) {
  const pages = Object.entries(MENTEE_PAGES).map(([key, label]) => ({
    href: hrefOf(key as MenteePage),
    label,
    isCurrent: key === current,
  }))
  const notes = notesHref ? [{ href: notesHref, label: 'Notes', isCurrent: current === 'notes' }] : []
  return <Tabs label={`Pages of ${name}`} items={[...pages, ...notes]} />
}
