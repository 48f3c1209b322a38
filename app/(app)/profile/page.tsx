import type { Metadata } from 'next'
import Link from 'next/link'
import { getViewer } from '@/app/_server/auth'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { withOwnScope } from '@/db/access'
import { applicantOf } from '@/db/queries/applicant'
import { listExamAttempts } from '@/db/queries/exams'
import { emptyProfile, getProfile } from '@/db/queries/profile'
import { J1_HISTORY, VISITOR_CLINICAL_EXPERIENCE } from '@/lib/facts/visa-rules'
import { completenessWords, profileCompleteness } from '@/lib/profile/completeness'
import { profileWarnings } from '@/lib/profile/profile-rules'
import { PROFILE_SECTIONS } from '@/lib/profile/words'
import { EcfmgSection } from './_components/ecfmg-section'
import { ClinicalFields, LetterFields, PublicationFields, ResearchFields } from './_components/entry-fields'
import { clinicalWords, letterWords, publicationWords, researchWords } from './_components/entry-words'
import { ExplanationSection } from './_components/explanation-section'
import { GraduationSection } from './_components/graduation-section'
import { ListSection } from './_components/list-section'
import { NichesSection } from './_components/niches-section'
import { PreferencesSection } from './_components/preferences-section'
import { ProfileIndex } from './_components/profile-index'
import { RuleNote } from './_components/rule-note'
import { SchoolSection } from './_components/school-section'
import { type SectionFrame, SectionPanel } from './_components/section-panel'
import { TrainingSection } from './_components/training-section'
import { VisaSection } from './_components/visa-section'
import {
  saveClinicalRecordedAction,
  saveLettersRecordedAction,
  savePublicationsRecordedAction,
  saveResearchRecordedAction,
} from './actions'
import { addClinicalAction, addLetterAction, addPublicationAction, addResearchAction } from './entry-actions'

export const metadata: Metadata = {
  title: 'Profile',
  description: 'What the fit reads of you: each section can be left open, and unknown is never “none”.',
}

export default async function ProfilePage({ searchParams }: PageProps<'/profile'>) {
  const { done } = await searchParams
  const viewer = await getViewer()
  const { profile, attempts } = viewer
    ? await withOwnScope(viewer, async (scope) => {
        const [profile, attempts] = await Promise.all([getProfile(scope), listExamAttempts(scope)])
        return { profile, attempts }
      })
    : { profile: emptyProfile(), attempts: [] }
  const applicant = applicantOf(profile, attempts)
  const completeness = profileCompleteness(applicant)
  const hasFailed = attempts.some(({ outcome }) => outcome === 'fail' || outcome === 'incomplete')
  const frame: SectionFrame = {
    states: completeness.sections,
    warnings: profileWarnings(applicant),
    done: typeof done === 'string' ? done : undefined,
  }
  const { values, recorded } = profile

  return (
    <>
      <PageHeader title="Profile" lead={completenessWords(completeness)} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="lg:order-last">
          <div className="lg:sticky lg:top-8 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto">
            <ProfileIndex
              completeness={completeness}
              sections={PROFILE_SECTIONS.filter((section) => section !== 'explanation' || hasFailed)}
            />
          </div>
        </aside>
        <div className="min-w-0 space-y-5">
          <p className="max-w-prose text-mute">
            Every section has its own button and can be left open, for whatever reason. “Not said” widens the
            range of a fit; it never counts as “none”.
          </p>
          <SectionPanel
            section="exams"
            frame={frame}
            lead="Attempts, planned sittings and practice results have a page of their own."
          >
            <LinkButton href="/exams">Go to exams</LinkButton>
          </SectionPanel>
          <VisaSection values={values} frame={frame} />
          <ListSection
            list="research"
            lead="Genetics counts for more than volume. One entry for each project."
            entries={profile.research.map((row) => ({ id: row.id, ...researchWords(row) }))}
            recorded={recorded.research}
            recordedAction={saveResearchRecordedAction}
            none="I have no research"
            addAction={addResearchAction}
            addLabel="Add research"
            formId={crypto.randomUUID()}
            frame={frame}
            fields={<ResearchFields />}
          >
            <RuleNote rule={J1_HISTORY}>{sentence(J1_HISTORY.value)}</RuleNote>
          </ListSection>
          <ListSection
            list="clinical"
            lead="Weeks of clinical experience in the US, in genetics most of all. One entry for each stay."
            entries={profile.clinical.map((row) => ({ id: row.id, ...clinicalWords(row) }))}
            recorded={recorded.clinical}
            recordedAction={saveClinicalRecordedAction}
            none="I have none in the US"
            addAction={addClinicalAction}
            addLabel="Add a stay"
            formId={crypto.randomUUID()}
            frame={frame}
            fields={<ClinicalFields />}
          >
            <RuleNote rule={VISITOR_CLINICAL_EXPERIENCE}>
              Planning a stay? A visitor may do an elective only while enrolled in medical school. After
              graduation one may observe, and no hands-on work is advised here.
            </RuleNote>
          </ListSection>
          <ListSection
            list="letters"
            lead="Letters in hand or promised, by who writes them. One from a geneticist in the US does most."
            entries={profile.letters.map((row) => ({ id: row.id, ...letterWords(row) }))}
            recorded={recorded.letters}
            recordedAction={saveLettersRecordedAction}
            none="I have none yet"
            addAction={addLetterAction}
            addLabel="Add a letter"
            formId={crypto.randomUUID()}
            frame={frame}
            fields={<LetterFields />}
          >
            Days, uploads, what the letters cover and which program gets which:{' '}
            <Link href="/documents/letters" className="text-accent underline underline-offset-3">
              Documents, Letters
            </Link>
            .
          </ListSection>
          <SchoolSection values={values} frame={frame} />
          <ListSection
            list="publications"
            lead="Papers and abstracts, from submitted on."
            entries={profile.publications.map((row) => ({ id: row.id, ...publicationWords(row) }))}
            recorded={recorded.publications}
            recordedAction={savePublicationsRecordedAction}
            none="I have none"
            addAction={addPublicationAction}
            addLabel="Add a publication"
            formId={crypto.randomUUID()}
            frame={frame}
            fields={<PublicationFields />}
          />
          <EcfmgSection values={values} frame={frame} />
          <GraduationSection values={values} frame={frame} />
          <TrainingSection values={values} frame={frame} />
          {hasFailed && <ExplanationSection values={values} frame={frame} />}
          <NichesSection values={values} frame={frame} />
          <PreferencesSection values={values} frame={frame} />
        </div>
      </div>
    </>
  )
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
