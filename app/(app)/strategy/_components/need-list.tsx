import { changeNeedWords } from '@/lib/strategy/change-words'
import type { ChangeNeed } from '@/lib/strategy/changes'

/** What must be known, asked or arranged before a change is made. */
export function NeedList({ needs }: { needs: readonly ChangeNeed[] }) {
  if (needs.length === 0) return null
  return (
    <ul className="mt-1 max-w-prose list-disc pl-5 text-mute">
      {needs.map((need) => (
        <li key={need}>{changeNeedWords(need)}</li>
      ))}
    </ul>
  )
}
