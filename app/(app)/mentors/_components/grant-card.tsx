import { DescriptionList } from '@/app/_ui/description-list'
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
        <DescriptionList
          items={[
            { term: 'Open', value: levelsWords(grant.levels) },
            { term: 'Since', value: formatDate(today(grant.since, zone)) },
            {
              term: 'Until',
              value: grant.expiresAt === null ? 'you end it' : formatDate(lastDay(grant.expiresAt, zone)),
            },
            {
              term: 'Last looked',
              value: grant.lastLookAt === null ? 'not yet' : formatInZone(grant.lastLookAt, zone),
            },
            ...(grant.seat
              ? [
                  {
                    term: 'Works at',
                    value: `${grant.seat.institution ?? 'no place that trains residents'}, they said on ${formatDate(today(grant.seat.since, zone))}`,
                  },
                ]
              : []),
          ]}
        />
        {conflict && (
          <Notice kind="warn" word={conflict.isLifted ? 'Conflict, list shown' : 'Conflict'}>
            {conflictWords(
              conflict.programIds.map((id) => programNames.get(id) ?? id),
              conflict.isLifted,
            )}
          </Notice>
        )}
      </div>
    </Panel>
  )
}
