import { Notice } from '@/app/_ui/notice'
import { SourceNote } from '@/app/_ui/source-note'
import { LETTER_IMPORT } from '@/lib/facts/eras-imports'

/** What a letter of an earlier season needs in this one, with the source of the rule. */
export function FormerNotice({ sentences }: { sentences: readonly string[] }) {
  const { source, confidence } = LETTER_IMPORT
  return (
    <Notice kind="unknown" word="From an earlier season">
      {sentences.join(' ')}{' '}
      <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
    </Notice>
  )
}
