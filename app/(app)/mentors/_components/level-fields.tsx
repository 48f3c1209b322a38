import { RadioGroupField } from '@/app/_ui/choice-field'
import { GROUPS, LEVELS, type Levels } from '@/lib/mentors/groups'
import { GROUP_WORDS, LEVEL_WORDS } from '@/lib/mentors/words'

/** What is open, group by group; each says what it would show. */
export function LevelFields({ levels }: { levels: Levels }) {
  return GROUPS.map((group) => (
    <RadioGroupField
      key={group}
      name={group}
      legend={GROUP_WORDS[group].label}
      hint={GROUP_WORDS[group].opens}
      defaultValue={levels[group]}
      choices={LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))}
    />
  ))
}
