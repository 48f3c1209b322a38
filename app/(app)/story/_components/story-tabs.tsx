import { Tabs } from '@/app/_ui/tabs'

const ITEMS = [
  { href: '/story', label: 'Story' },
  { href: '/story/evidence', label: 'Evidence' },
] as const

export function StoryTabs({ current }: { current: (typeof ITEMS)[number]['href'] }) {
  return <Tabs label="Story" items={ITEMS.map((item) => ({ ...item, isCurrent: item.href === current }))} />
}
