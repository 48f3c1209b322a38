import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { readDesk } from '@/app/_server/desk'
import { BackLink } from '@/app/_ui/back-link'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { RuleNote } from '@/app/(app)/profile/_components/rule-note'
import { CERTIFICATION_COMPONENTS } from '@/lib/facts/ecfmg'
import { certificationParts } from '@/lib/papers/certification'
import { LONG_WAIT_DAYS, paperProblems } from '@/lib/papers/problems'
import { readPapers } from '@/lib/papers/state'
import { papersSentence } from '@/lib/papers/words'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { CertificationStrip } from './_components/certification-strip'
import { PaperItem } from './_components/paper-item'
import { PaperProblems } from './_components/paper-problems'

export const metadata: Metadata = { title: 'ECFMG and other papers' }

export default async function PapersPage({ searchParams }: PageProps<'/documents/papers'>) {
  const [{ done }, viewer] = await Promise.all([searchParams, getViewer()])
  const { basis, checklist, paperTracks } = await readDesk(viewer)
  const { season, today, person } = basis
  const applicant = person?.applicant ?? EMPTY_APPLICANT
  const papers = readPapers(checklist, paperTracks)
  const problems = paperProblems(papers, { applicant, seasonYear: season.year, today })
  const isAsked = ({ state }: (typeof papers)[number]) => state !== 'not_for_you' && state !== 'not_needed'
  const away = papers.filter((paper) => !isAsked(paper))
  return (
    <>
      {done === 'saved' && <ToastLine message="Saved." />}
      <PageHeader
        above={<BackLink href="/documents">Documents</BackLink>}
        title="ECFMG and other papers"
        lead={papersSentence(papers, problems)}
        actions={<LinkButton href="/profile#ecfmg">ECFMG in your profile</LinkButton>}
      />
      <div className="space-y-5">
        {problems.length > 0 && <PaperProblems problems={problems} />}
        <Panel id="certification" title="The five parts of the certificate">
          <CertificationStrip parts={certificationParts(checklist, applicant)} />
          <p className="mt-3 max-w-prose text-sm text-mute">
            <RuleNote rule={CERTIFICATION_COMPONENTS}>
              {CERTIFICATION_COMPONENTS.note ?? 'As the rule lists them.'}
            </RuleNote>
          </p>
        </Panel>
        {(['certification', 'application'] as const).map((group) => (
          <Panel
            key={group}
            id={`${group}-papers`}
            title={group === 'certification' ? 'On the way to the certificate' : 'For the application'}
          >
            <ul className="divide-y divide-line">
              {papers
                .filter((paper) => paper.paper.group === group && isAsked(paper))
                .map((paper) => (
                  <PaperItem key={paper.paper.key} read={paper} today={today} />
                ))}
            </ul>
          </Panel>
        ))}
        {away.length > 0 && (
          <p className="max-w-prose text-mute">
            Not for you, or not needed: {away.map(({ paper }) => paper.label).join('; ')}.
          </p>
        )}
        <p className="max-w-prose text-sm text-mute">
          Ticking here is ticking in the checklist, and a step of the certification is the same in your
          profile, which the fit of each program reads. After {LONG_WAIT_DAYS} days with somebody else Locus
          says that it is worth asking: a number of ours.
        </p>
      </div>
    </>
  )
}
