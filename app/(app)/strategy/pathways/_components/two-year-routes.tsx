import type { Applicant } from '@/lib/profile/applicant'
import { joinedGrounds } from '@/lib/strategy/grounds'
import { J1_ROUTE_RULE, routeWords, TWO_YEAR_EXPLAINED } from '@/lib/strategy/pathway-advice-words'
import { TWO_YEAR_ASKS_MORE, twoYearRoutes } from '@/lib/strategy/pathways'
import { GroundsNote } from '../../_components/grounds-note'

/** What stands between someone straight from abroad and two-year genetics, and the ways there. */
export function TwoYearRoutes({ applicant }: { applicant: Applicant }) {
  const routes = twoYearRoutes(applicant)
  return (
    <div className="space-y-4">
      <section className="space-y-2">
        <h3 className="font-semibold">What an ACGME year is</h3>
        {TWO_YEAR_EXPLAINED.map((sentence) => (
          <p key={sentence} className="max-w-prose">
            {sentence}
          </p>
        ))}
        <GroundsNote grounds={TWO_YEAR_ASKS_MORE} />
      </section>
      <section className="space-y-2">
        <h3 className="font-semibold">Ways there</h3>
        <ul className="max-w-prose list-disc space-y-1 pl-5">
          {routes.map((route) => (
            <li key={route.route}>{routeWords(route)}</li>
          ))}
        </ul>
        {routes.some(({ j1 }) => j1 !== null) && <p className="max-w-prose">{J1_ROUTE_RULE}</p>}
        <GroundsNote grounds={joinedGrounds(routes.map((route) => route.grounds))} />
      </section>
    </div>
  )
}
