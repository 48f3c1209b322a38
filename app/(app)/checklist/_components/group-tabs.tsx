import { Tabs } from '@/app/_ui/tabs'
import type { ChecklistItem } from '@/lib/checklist/checklist'
import { GROUP_LABELS } from '@/lib/checklist/item-words'
import { CHECKLIST_GROUPS, type ChecklistGroup } from '@/lib/checklist/template-item'

/** The checklist by part, each with what is open in it. */
export function GroupTabs({
  items,
  current,
}: {
  items: readonly ChecklistItem[]
  current: ChecklistGroup | null
}) {
  const open = items.filter(({ applies, state }) => applies !== 'no' && state === 'open')
  return (
    <div className="no-print">
      <Tabs
        label="Parts of the checklist"
        items={[
          { href: '/checklist', label: 'All', count: open.length, isCurrent: current === null },
          ...CHECKLIST_GROUPS.map((group) => ({
            href: `/checklist?group=${group}`,
            label: GROUP_LABELS[group],
            count: open.filter((item) => item.group === group).length,
            isCurrent: current === group,
          })).filter(({ count, isCurrent }) => count > 0 || isCurrent),
        ]}
      />
    </div>
  )
}
