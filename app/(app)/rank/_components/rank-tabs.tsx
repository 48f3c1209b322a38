import { Tabs } from '@/app/_ui/tabs'

const VIEWS = [
  { href: '/rank', label: 'Order' },
  { href: '/rank/compare', label: 'Head to head' },
  { href: '/rank/marks', label: 'Weights and marks' },
]

export function RankTabs({ current }: { current: string }) {
  return (
    <Tabs label="Rank list" items={VIEWS.map((view) => ({ ...view, isCurrent: view.href === current }))} />
  )
}
