import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { readStoryBasis, type StoryBasis } from '@/app/_server/story-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField, TextField } from '@/app/_ui/field'
import { FormDisclosure } from '@/app/_ui/form-disclosure'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { Verdict } from '@/app/_ui/verdict'
import { withOwnScope } from '@/db/access'
import { listGapLines } from '@/db/queries/experiences'
import {
  DESCRIPTION_MOST,
  EXPERIENCE_TYPE_LABELS,
  EXPERIENCE_TYPES,
  MEANING_MOST,
  MOST_EXPERIENCES,
  MOST_MEANINGFUL,
} from '@/lib/experiences/experience'
import { type ProfileExperience, profileExperiences, shown } from '@/lib/experiences/from-profile'
import { gapsBetween } from '@/lib/experiences/gaps'
import { experiencesMissing } from '@/lib/experiences/missing'
import { EXPERIENCE_LIMITS, SCHOLARLY_WORK_2027 } from '@/lib/facts/eras-limits'
import { ExperienceItem } from './_components/experience-item'
import { GapsPanel } from './_components/gaps-panel'
import { addExperienceAction, takeExperienceAction } from './actions'

export const metadata: Metadata = {
  title: 'Experiences',
  description: 'Ten experiences for MyERAS, three of them most meaningful, and the gaps between them.',
}

const DONE: Readonly<Record<string, string>> = {
  moved: 'Moved.',
  removed: 'Removed.',
  line: 'The line is saved.',
}

export default async function ExperiencesPage({ searchParams }: PageProps<'/documents/experiences'>) {
  const { done } = await searchParams
  const basis = await readStoryBasis()
  const { viewer, record, today } = basis
  const lines = viewer ? await withOwnScope(viewer, listGapLines) : []
  const fromProfile = profileExperiences(record)
  const all = basis.experiences.map((one) => shown(one, fromProfile))
  const ten = all.filter(({ position }) => position !== null)
  const aside = all.filter(({ position }) => position === null)
  const untaken = fromProfile.filter(({ source }) => !all.some((one) => one.source === source))
  const { graduation, attempts } = record.applicant
  const gaps =
    graduation.on === null || graduation.on > today
      ? null
      : gapsBetween(
          all.flatMap(({ startOn, endOn, isOngoing }) => (startOn ? [{ startOn, endOn, isOngoing }] : [])),
          { since: graduation.on, until: today },
        )
  const message = typeof done === 'string' ? DONE[done] : undefined
  const missing = experiencesMissing({ ten, untaken: untaken.length, today })
  const { source, confidence } = EXPERIENCE_LIMITS
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        above={<BackLink href="/documents">Documents</BackLink>}
        title="Experiences"
        lead={`At most ${MOST_EXPERIENCES} in MyERAS, ${MOST_MEANINGFUL} of them most meaningful. What your profile holds need not be typed again.`}
      />
      <div className="space-y-5">
        <Panel id="ten" title={`Chosen: ${ten.length} of ${MOST_EXPERIENCES}`}>
          {ten.length === 0 ? (
            <EmptyState
              title="None is chosen yet"
              action={<LinkButton href="#profile">See what your profile holds</LinkButton>}
            >
              Take an entry of your profile, or add another experience below.
            </EmptyState>
          ) : (
            <>
              <Verdict
                tone={missing.length === 0 ? 'good' : 'warn'}
                title={missing[0] ?? 'Nothing is missing in these.'}
              >
                {missing.slice(1).join(' ')}
              </Verdict>
              <ol className="mt-5 divide-y divide-line border-t border-line pt-3.5">
                {ten.map((one, index) => (
                  <ExperienceItem
                    key={one.id}
                    experience={one}
                    today={today}
                    moves={[
                      ...(index > 0 ? (['up'] as const) : []),
                      ...(index < ten.length - 1 ? (['down'] as const) : []),
                      'aside',
                    ]}
                  />
                ))}
              </ol>
            </>
          )}
          <p className="mt-4 max-w-prose text-sm text-mute">
            {DESCRIPTION_MOST} characters for each, and {MEANING_MOST} more on why for the most meaningful.{' '}
            <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />.
            Another copy says 1,020: MyERAS itself has the last word.
          </p>
        </Panel>
        <Panel
          id="profile"
          title={untaken.length > 0 ? 'From your profile' : 'More experiences'}
          lead={
            untaken.length > 0
              ? 'Each brings its title, place and length; you add the dates and what you did.'
              : 'Teaching, volunteering, work, courses: what stands in no list of the profile.'
          }
        >
          <div className="space-y-5">
            {untaken.length > 0 && <Untaken entries={untaken} />}
            <ActionForm
              action={addExperienceAction}
              id="add-experience"
              aria-label="Add another experience"
              className="max-w-2xl"
            >
              <FormDisclosure summary="Add another experience">
                <input type="hidden" name="formId" value={randomUUID()} />
                <TextField
                  name="title"
                  label="What you were"
                  hint="As in MyERAS: your position or role."
                  maxLength={200}
                />
                <SelectField
                  name="type"
                  label="Type"
                  width="full"
                  defaultValue="volunteer"
                  options={EXPERIENCE_TYPES.map((value) => ({ value, label: EXPERIENCE_TYPE_LABELS[value] }))}
                />
                <SubmitButton>Add</SubmitButton>
              </FormDisclosure>
            </ActionForm>
            <Publications record={basis.record} />
          </div>
        </Panel>
        {aside.length > 0 && (
          <Panel
            id="aside"
            title="Set aside"
            lead="Kept here with their words and dates; not for MyERAS this time."
          >
            <ul className="divide-y divide-line">
              {aside.map((one) => (
                <ExperienceItem
                  key={one.id}
                  experience={one}
                  today={today}
                  moves={ten.length < MOST_EXPERIENCES ? ['in'] : []}
                />
              ))}
            </ul>
          </Panel>
        )}
        <GapsPanel gaps={gaps} lines={lines} attempts={attempts} />
      </div>
    </>
  )
}

function Untaken({ entries }: { entries: readonly ProfileExperience[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {entries.map(({ source, title, organization, length }) => (
        <li key={source} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
          <p className="min-w-0 flex-[1_1_14rem]">
            <span className="font-medium">{title}</span>
            <span className="block text-mute">
              {[organization, length].filter((part) => part !== '').join(' · ')}
            </span>
          </p>
          <ActionForm action={takeExperienceAction} className="">
            <input type="hidden" name="source" value={source} />
            <SubmitButton
              kind="secondary"
              isSmall
              pendingLabel="Taking…"
              aria-label={`Take: ${title}, ${length}`}
            >
              Take
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}

/** Publications have a section of their own in MyERAS; none of the ten is spent on them. */
function Publications({ record: { publications } }: { record: StoryBasis['record'] }) {
  if (publications.length === 0) return null
  const { source, confidence, value } = SCHOLARLY_WORK_2027
  return (
    <p className="max-w-prose text-sm text-mute">
      {publications.length === 1 ? 'Your publication is' : `Your ${publications.length} publications are`} not
      among the ten: in the 2027 season {value}.{' '}
      <SourceNote title={source.title} href={source.url} year={source.year} confidence={confidence} />
    </p>
  )
}
