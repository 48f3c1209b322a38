import { CountBar } from '@/app/_ui/charts/count-bar'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { STANDING_WORDS } from '@/lib/fit/words'
import { countStandings } from '@/lib/home'
import type { MenteeView } from '../_read/read-mentee'

/** The list in one sentence and one bar, by standing; `href` leads to all of it from another page. */
export function ListBalance({ view, href }: { view: MenteeView; href?: string }) {
  const { listed } = view.reading
  const ledgers = listed.map(({ ledger }) => ledger)
  return (
    <Panel
      id="list"
      title="List and fit"
      lead={leadOf(view)}
      actions={
        href &&
        ledgers.length > 0 && (
          <LinkButton href={href} isSmall>
            Every program
          </LinkButton>
        )
      }
    >
      {ledgers.length > 0 && (
        <CountBar
          label="Programs on the list by standing"
          counts={countStandings(ledgers)
            .filter(({ standing, count }) => count > 0 || standing !== 'not_enough_facts')
            .map(({ standing, count }) => ({
              key: standing,
              label: STANDING_WORDS[standing].word,
              count,
              tone: STANDING_WORDS[standing].tone,
            }))}
        />
      )}
    </Panel>
  )
}

function leadOf({ reading: { sight, listed }, may }: MenteeView): string {
  if (listed.length === 0)
    return sight.isListWhole ? 'No program is on the list yet.' : 'Only your own programs would show.'
  const open = listed.filter(
    ({ ledger }) => ledger.standing !== 'closed' && ledger.standing !== 'not_yet_eligible',
  ).length
  const programs = `${open} of ${listed.length} ${listed.length === 1 ? 'program' : 'programs'}${sight.isListWhole ? '' : ' that you may see'}`
  const withheld = [!may('exams') && 'the exams', !may('profile') && 'the profile'].filter(Boolean)
  return `${programs} ${open === 1 ? 'is' : 'are'} open as far as is known. ${
    withheld.length > 0
      ? `You may not see ${withheld.join(' and ')}: here a standing reads them as not said, so the applicant’s own page may say more.`
      : 'A standing is a reading of the record, not a chance of matching.'
  }`
}
