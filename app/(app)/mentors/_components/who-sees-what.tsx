import { Panel } from '@/app/_ui/panel'
import { Table } from '@/app/_ui/table'
import type { GivenGrant } from '@/db/queries/mentors'
import type { LiveLink } from '@/db/queries/share-links'
import { formatDate, formatInZone } from '@/lib/dates/format'
import { GROUPS } from '@/lib/mentors/groups'
import { lastDay } from '@/lib/mentors/until'
import { GROUP_WORDS, seenWords } from '@/lib/mentors/words'

/** The answer to "who sees what" in one look, where it takes more than one line: every reader, part by part. */
export function WhoSeesWhat({
  grants,
  links,
  zone,
}: {
  grants: readonly GivenGrant[]
  links: readonly LiveLink[]
  zone: string
}) {
  // Only where every column has room, since one out of view would pass for closed; each one's card below says it in words.
  return (
    <div className="hidden xl:block">
      <Panel
        id="who-sees-what"
        title="Who sees what"
        lead="Now, with what a conflict closes. Who comments also reads."
      >
        <Table
          caption="Everyone who can look, and what they see now"
          isCaptionHidden
          columns={[
            { label: 'Who' },
            ...GROUPS.map((group) => ({ label: GROUP_WORDS[group].label })),
            { label: 'Until' },
          ]}
        >
          {grants.map((grant) => (
            <tr key={grant.id}>
              <th scope="row">
                <a href={`#grant-${grant.id}`}>{grant.mentorName || 'A mentor'}</a>
              </th>
              {GROUPS.map((group) => (
                <Seen key={group} words={seenWords(grant.levels[group], group, grant.conflict)} />
              ))}
              <td>{grant.expiresAt === null ? 'you end it' : formatDate(lastDay(grant.expiresAt, zone))}</td>
            </tr>
          ))}
          {links.map((link) => (
            <tr key={link.id}>
              <th scope="row">
                <a href="#links">Whoever holds the link for {link.label}</a>
              </th>
              {GROUPS.map((group) => (
                <Seen
                  key={group}
                  words={seenWords(link.groups.includes(group) ? 'read' : 'none', group, null)}
                />
              ))}
              <td>{formatInZone(link.expiresAt, zone)}</td>
            </tr>
          ))}
        </Table>
      </Panel>
    </div>
  )
}

function Seen({ words }: { words: string }) {
  return <td>{words === 'nothing' ? <span className="text-mute">nothing</span> : words}</td>
}
