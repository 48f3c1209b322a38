import Link from 'next/link'
import { Table } from '@/app/_ui/table'
import { CRITERIA_PLACES, criteriaGroups } from './criteria-places'

/** The same widths in each group, so that the eye runs down the page. */
const COLUMNS = [
  { label: 'Criterion', width: 10 },
  { label: 'What it asks', width: 42 },
  { label: 'Where Locus acts on it', width: 48 },
]

/** Every criterion of the article, and where the product acts on it. */
export function CriteriaTable() {
  return (
    <div className="space-y-7">
      {criteriaGroups().map(({ letter, title, ids }) => (
        <div key={letter}>
          <h3 className="font-semibold">{title}</h3>
          <Table caption={`Criteria: ${title}`} isCaptionHidden columns={COLUMNS}>
            {ids.map((id) => (
              <tr key={id} id={`criterion-${id}`}>
                <th scope="row">{id}</th>
                <td>{CRITERIA_PLACES[id].asks}</td>
                <td>
                  <span>
                    {CRITERIA_PLACES[id].places.map(({ href, label, does }) => (
                      <span key={`${href} ${does}`} className="mb-1 block last:mb-0">
                        <Link href={href} prefetch={false}>
                          {label}
                        </Link>
                        : {does}
                      </span>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </Table>
        </div>
      ))}
    </div>
  )
}
