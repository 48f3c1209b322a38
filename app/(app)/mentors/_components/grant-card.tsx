import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { Panel } from '@/app/_ui/panel'
import type { GivenGrant } from '@/db/queries/mentors'
import { formatDate, formatInZone } from '@/lib/dates/format'
import { today } from '@/lib/dates/instant'
import { lastDay } from '@/lib/mentors/until'
import { conflictWords, levelsWords } from '@/lib/mentors/words'

/** One person who has access now: what they see, since when, and when they last looked. */
export function GrantCard({
  grant,
  zone,
  programNames,
}: {
  grant: GivenGrant
  zone: string
  programNames: ReadonlyMap<string, string>
}) {
  const { conflict } = grant
  return (
    <Panel
      id={`grant-${grant.id}`}
      title={grant.mentorName}
      lead={grant.mentorEmail}
      actions={
        <>
          <LinkButton href={`/mentors/${grant.id}/preview`} isSmall>
            See it as they do
          </LinkButton>
          <LinkButton href={`/mentors/${grant.id}`} isSmall>
            Change or end
          </LinkButton>
        </>
      }
    >
      <div className="space-y-4">
        <div className="max-w-prose space-y-1">
          <p>{levelsWords(grant.levels)}.</p>
          <p className="text-sm text-mute">{standingWords(grant, zone)}</p>
        </div>
        {conflict && (
          <Notice kind="warn" word={conflict.isLifted ? 'Conflict, list shown' : 'Conflict'}>
            {conflictWords(
              [...new Set(conflict.programIds.map((id) => programNames.get(id) ?? id))],
              conflict.isLifted,
            )}
          </Notice>
        )}
      </div>
    </Panel>
  )
}

/** Since when and until when, when they last looked, and where they say they work. */
function standingWords({ since, expiresAt, lastLookAt, seat }: GivenGrant, zone: string): string {
  const until = expiresAt === null ? 'until you end it' : `until ${formatDate(lastDay(expiresAt, zone))}`
  const looked = lastLookAt === null ? 'Not looked yet.' : `Last looked ${formatInZone(lastLookAt, zone)}.`
  const works =
    seat &&
    `On ${formatDate(today(seat.since, zone))} they said that they work ${seat.institution === null ? 'nowhere that trains residents' : `at ${seat.institution}`}.`
  return [`Since ${formatDate(today(since, zone))}, ${until}.`, looked, works].filter(Boolean).join(' ')
}
