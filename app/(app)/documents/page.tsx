import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { readFitBasisAnd } from '@/app/_server/fit-basis'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import type { Scope } from '@/db/access'
import { missingFirst, overviewSentence } from '@/lib/documents/line'
import { LineItem } from './_components/line-item'
import { additionalInformationLine } from './_lines/additional-information'
import { experiencesLine } from './_lines/experiences'
import { lettersLine } from './_lines/letters'
import type { LineOf } from './_lines/line-of'
import { papersLine } from './_lines/papers'
import { statementsLine } from './_lines/statements'
import { storyLine } from './_lines/story'

export const metadata: Metadata = { title: 'Documents' }

/** A part of the papers joins with one line, when its page exists. */
const LINES: readonly LineOf[] = [
  statementsLine,
  additionalInformationLine,
  lettersLine,
  experiencesLine,
  papersLine,
  storyLine,
]

const readLines = (scope: Scope | null) => Promise.all(LINES.map((line) => line(scope)))

export default async function DocumentsPage() {
  const { basis, beside } = await readFitBasisAnd(await getViewer(), readLines)
  const say = beside ?? (await readLines(null))
  const lines = missingFirst(say.map((line) => line(basis)))
  return (
    <>
      <PageHeader title="Documents" lead={overviewSentence(lines)} />
      <Panel>
        <ul className="divide-y divide-line">
          {lines.map((line) => (
            <LineItem key={line.href} line={line} />
          ))}
        </ul>
      </Panel>
    </>
  )
}
