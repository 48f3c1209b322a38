import { Sign } from '@/app/_ui/sign'
import { type Disagreement, disagreementWords, type ToldPlace } from '@/lib/story/disagreements'

const KINDS: Readonly<Record<ToldPlace['kind'], string>> = {
  story: 'This story',
  statement: 'Statement',
  additional_information: 'MyERAS',
  contact: 'Message to',
  interview: 'Notes for',
}

/** Where two places tell different things, with the sentence and the way there. */
export function DisagreementList({ found }: { found: readonly Disagreement[] }) {
  return (
    <ul className="space-y-3">
      {found.map((one) => {
        const sentence = one.code === 'number' ? one.claim.sentence : null
        return (
          <li
            key={`${one.place.href} ${one.code} ${disagreementWords(one)} ${sentence}`}
            className="flex max-w-prose gap-2.5"
          >
            <Sign tone="warn" className="mt-1 size-4" />
            <div className="min-w-0">
              <p>
                <a href={one.place.href}>
                  {KINDS[one.place.kind]}: {one.place.title}
                </a>
                . {disagreementWords(one)}
              </p>
              {sentence && <p className="text-mute">“{sentence}”</p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
