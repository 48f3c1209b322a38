import Link from 'next/link'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'

/** A program by its sponsor and track; on the list it leads to the whole reading, else to its facts. */
export function ProgramLink({ program, entryId }: { program: Program; entryId?: string | undefined }) {
  return (
    <Link
      href={entryId ? `/list/${entryId}` : `/programs/${program.id}`}
      prefetch={false}
      className="text-ink underline decoration-line underline-offset-3"
    >
      {program.sponsor}, {pathwayShortName(program.pathway)}
    </Link>
  )
}
