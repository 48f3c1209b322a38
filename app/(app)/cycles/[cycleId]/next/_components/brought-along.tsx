import Link from 'next/link'
import type { ReactNode } from 'react'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { LETTER_IMPORT, NOT_IMPORTED } from '@/lib/facts/eras-imports'

/** What a new season finds here, and what MyERAS asks for again: nobody should learn that in September. */
export function BroughtAlong() {
  const { source, confidence } = LETTER_IMPORT
  return (
    <Panel id="along" title="What comes along, and what MyERAS asks for again">
      <ul className="max-w-prose list-disc space-y-2 pl-5">
        <li>
          <Place href="/documents/letters">Letters</Place>: who writes, what of, how well they know you and
          your waiver stay. MyERAS begins without them: a letter of an application that you submitted within{' '}
          {LETTER_IMPORT.value.mostYears} years can be imported, any other is uploaded anew, and each is
          assigned again. Programs see when an imported letter was first uploaded.
        </li>
        <li>
          <Place href="/documents/statements">Statements</Place>: texts and versions stay here. In MyERAS a
          statement is entered again, and here it is given to the programs of the new list.
        </li>
        <li>
          <Place href="/documents/papers">Papers</Place>: not imported are the{' '}
          {NOT_IMPORTED.value.filter((paper) => paper !== 'personal statement').join(', ')}.
        </li>
        <li>Your profile, exams, experiences and story stay as they are.</li>
      </ul>
      <p className="mt-3">
        <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
      </p>
    </Panel>
  )
}

function Place({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium text-accent underline underline-offset-3">
      {children}
    </Link>
  )
}
