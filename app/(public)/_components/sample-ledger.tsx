import { LedgerView } from '@/app/(app)/list/_components/ledger-view'
import type { Ledger } from '@/lib/fit/ledger'
import type { Program } from '@/lib/programs/fact'
import { pathwayName } from '@/lib/programs/pathway-words'

/** The sample applicant at one real program, by the same code that reads everybody's. */
export function SampleLedger({ ledger, program }: { ledger: Ledger; program: Program }) {
  return (
    <section aria-labelledby="sample-fit">
      <h2 id="sample-fit" className="text-xl font-semibold">
        A sample applicant at {program.sponsor}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-mute">
        {pathwayName(program.pathway)}. A made-up graduate with a failed and then passed Step 1, a 233,
        genetics research from home, and no letter from a US geneticist yet; a real program, with what is
        known of it and what is not.
      </p>
      <LedgerView ledger={ledger} />
    </section>
  )
}
