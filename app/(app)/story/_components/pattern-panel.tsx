import { Disclosure } from '@/app/_ui/disclosure'
import { Panel } from '@/app/_ui/panel'
import { Sign, type Tone } from '@/app/_ui/sign'
import { Verdict } from '@/app/_ui/verdict'
import { CONDITION_WORDS, NO_PATTERN_WORDS, PATTERN_TELLS, PATTERN_TITLES } from '@/lib/story/pattern-words'
import type { Condition, PatternReading, PatternState, StoryReading } from '@/lib/story/patterns'
import { Cited } from '../../exams/_components/cited'

const STATES: Readonly<Record<PatternState, string>> = {
  fits: 'It fits',
  nearly: 'It fits, with evidence missing',
  open: 'Not known yet',
  other: 'Not your record',
}
const CONDITIONS: Readonly<Record<Condition['state'], { tone: Tone; word: string }>> = {
  met: { tone: 'good', word: 'There' },
  missing: { tone: 'warn', word: 'Missing' },
  not_said: { tone: 'unknown', word: 'Not said' },
}

/** Which of E2's three stories the record tells, or none, and why. */
export function PatternPanel({ reading: { all, chosen, none } }: { reading: StoryReading }) {
  const others = all.filter((one) => one !== chosen)
  return (
    <Panel id="pattern" title="The pattern">
      {chosen ? (
        <>
          <Verdict
            tone={chosen.state === 'fits' ? 'good' : 'warn'}
            word={STATES[chosen.state]}
            title={PATTERN_TITLES[chosen.pattern]}
          >
            {PATTERN_TELLS[chosen.pattern]}
          </Verdict>
          <Conditions reading={chosen} />
        </>
      ) : (
        none && (
          <Verdict tone={none === 'open' ? 'unknown' : 'neutral'} title={NO_PATTERN_WORDS[none].title}>
            {NO_PATTERN_WORDS[none].text}
          </Verdict>
        )
      )}
      <div className="mt-4">
        <Disclosure summary={chosen ? 'Why not one of the other two' : 'Each of the three, and why not'}>
          <ul className="space-y-5">
            {others.map((one) => (
              <li key={one.pattern}>
                <h3 className="font-semibold">
                  {PATTERN_TITLES[one.pattern]}{' '}
                  <span className="font-normal text-mute">({STATES[one.state].toLowerCase()})</span>
                </h3>
                <Conditions reading={one} />
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
      <div className="mt-3">
        <Cited criteria={['E2']} />
      </div>
    </Panel>
  )
}

function Conditions({ reading: { shape, support } }: { reading: PatternReading }) {
  return (
    <ul className="mt-3 space-y-2">
      {[...shape, ...support].map(({ code, state }) => {
        const { is, ask, href, criteria } = CONDITION_WORDS[code]
        const isShape = shape.some((one) => one.code === code)
        return (
          <li key={code} className="flex max-w-prose gap-2.5">
            <Sign
              tone={isShape && state === 'missing' ? 'neutral' : CONDITIONS[state].tone}
              className="mt-1.5 size-3.5"
            />
            <span className="min-w-0">
              <span className="sr-only">
                {isShape && state === 'missing' ? 'Not so' : CONDITIONS[state].word}:{' '}
              </span>
              {state === 'met' || (isShape && state === 'missing') ? is : <a href={href}>{ask}</a>}
              {state === 'not_said' && ' (not said yet)'}
              {isShape && state === 'missing' && ' (not so in your record)'}
              <Cited criteria={criteria} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
