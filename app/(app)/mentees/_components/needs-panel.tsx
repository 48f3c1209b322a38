import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { needCitation, needPlace, needText, needTone } from '@/lib/mentors/need-words'
import type { MenteePlaces } from '../_read/mentee-pages'
import type { MenteeView } from '../_read/read-mentee'

/** Why the mentee needs their mentor, the gravest first, each with the criteria behind it and one click from what shows it. */
export function NeedsPanel({ view: { needs, may }, places }: { view: MenteeView; places: MenteePlaces }) {
  return (
    <Panel
      id="needs"
      title="What asks for you"
      lead="By the rules of the mentee’s own pages; what is withheld makes no reason."
    >
      {needs.length === 0 ? (
        <p className="flex items-center gap-2.5">
          <Sign tone="good" />
          Nothing that you may see asks for you now.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {needs.map((need) => {
            const cited = needCitation(need)
            const place = needPlace(need, may)
            return (
              <li
                key={need.code}
                className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 first:pt-0 last:pb-0"
              >
                <Sign tone={needTone(need)} className="size-3.5 translate-y-0.5" />
                <span className="min-w-0 flex-[1_1_14rem]">
                  {needText(need)}
                  {cited && <span className="block text-sm text-mute">Article: {cited}</span>}
                </span>
                {place && (
                  <Link
                    href={`${places.hrefOf(place.page)}${place.anchor}`}
                    prefetch={false}
                    className="flex-none text-accent underline underline-offset-3"
                  >
                    See it<span className="sr-only">: {needText(need)}</span>
                  </Link>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
