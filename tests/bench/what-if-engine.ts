import { createFactReader } from '@/lib/programs/resolve-fact'
import type { ListedProgram, StrategySetting } from '@/lib/strategy/setting'
import { createWhatIf, NO_WHAT_IF } from '@/lib/strategy/what-if'

/** What-if alone, as its page runs it: each run tries another score on the whole list. */
export function prepare({
  setting,
  listed,
}: {
  setting: StrategySetting
  listed: readonly ListedProgram[]
}): (run: number) => unknown {
  const look = createWhatIf({ ...setting, facts: createFactReader() }, listed)
  return (run) => look({ ...NO_WHAT_IF, step2ck: 218 + (run % 60) })
}
