import { Tabs } from '@/app/_ui/tabs'

const VIEWS = [
  { href: '/strategy', label: 'What to do' },
  { href: '/strategy/questions', label: 'What to ask' },
  { href: '/strategy/pathways', label: 'Pathways' },
  { href: '/strategy/balance', label: 'Balance' },
  { href: '/strategy/cost', label: 'Cost' },
  { href: '/strategy/delay', label: 'Delay a year' },
  { href: '/strategy/what-if', label: 'What if' },
  { href: '/strategy/compare', label: 'Compare' },
] as const

export type StrategyView = (typeof VIEWS)[number]['href']

export function StrategyTabs({ current }: { current: StrategyView }) {
  return (
    <Tabs label="Strategy" items={VIEWS.map((view) => ({ ...view, isCurrent: view.href === current }))} />
  )
}
