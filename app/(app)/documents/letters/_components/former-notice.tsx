import { Notice } from '@/app/_ui/notice'
import { SourceNote } from '@/app/_ui/source-note'
import { LETTER_IMPORT } from '@/lib/facts/eras-imports'

/** What a letter of an earlier season needs in this one, with the source of the rule. */
export function FormerNotice({ sentences }: { sentences: readonly string[] }) {
  const { source, confidence } = LETTER_IMPORT
  const [lead, ...steps] = sentences
  return (
    <Notice kind="unknown" word="From an earlier season">
      {lead}
      {steps.length > 0 && (
        <ul className="mt-1 list-disc space-y-1 pl-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}{' '}
      <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
    </Notice>
  )
}
