import { Verdict } from '@/app/_ui/verdict'
import type { Missing } from '@/lib/story/missing'
import { missingWords } from '@/lib/story/missing-words'

/** What the story lacks, said before anything else, each with the place where it is mended. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0) {
    return (
      <Verdict
        tone="good"
        word="Complete"
        title="Nothing is missing: six parts, three sentences, each on its ground."
      />
    )
  }
  return (
    <>
      <Verdict
        tone="warn"
        word="Not complete"
        title={missing.length === 1 ? 'One thing is missing.' : `${missing.length} things are missing.`}
      />
      <ul className="mt-3 max-w-prose list-disc space-y-1 pl-5">
        {missing.map((one) => {
          const { text, href } = missingWords(one)
          return (
            <li key={`${one.code} ${text}`}>
              <a href={href}>{text}</a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
