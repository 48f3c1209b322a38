import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readStoryBasis } from '@/app/_server/story-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxField } from '@/app/_ui/choice-field'
import { SelectField, TextField } from '@/app/_ui/field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import {
  DESCRIPTION_MOST,
  EXPERIENCE_TYPE_LABELS,
  EXPERIENCE_TYPES,
  MEANING_MOST,
  MOST_MEANINGFUL,
} from '@/lib/experiences/experience'
import {
  experienceProblems,
  experienceProblemWords,
  profileExperiences,
  shown,
} from '@/lib/experiences/from-profile'
import { CountedArea } from '../_components/counted-area'
import { removeExperienceAction, saveExperienceAction } from '../actions'

export const metadata: Metadata = { title: 'An experience' }

export default async function ExperiencePage({
  params,
  searchParams,
}: PageProps<'/documents/experiences/[id]'>) {
  const [{ id }, { done }, { experiences, record, today }] = await Promise.all([
    params,
    searchParams,
    readStoryBasis(),
  ])
  const stored = experiences.find((one) => one.id === id)
  if (!stored) notFound()
  const one = shown(stored, profileExperiences(record))
  const problems = experienceProblems(one, today)
  const isGone = one.source !== null && one.profile === null
  return (
    <>
      {done === 'saved' && <ToastLine message="Saved." />}
      <PageHeader
        above={<BackLink href="/documents/experiences">Experiences</BackLink>}
        title={one.shownTitle}
        lead={
          one.profile
            ? `From your profile: ${one.profile.length}. What you leave empty follows it.`
            : isGone
              ? 'Its entry is no longer in your profile; what you wrote stays here.'
              : undefined
        }
        actions={
          <ActionForm action={removeExperienceAction} className="">
            <input type="hidden" name="id" value={one.id} />
            <SubmitButton kind="quiet" pendingLabel="Removing…">
              Remove with its text
            </SubmitButton>
          </ActionForm>
        }
      />
      <Panel>
        {problems.length > 0 && (
          <ul className="mb-5 list-disc space-y-1 pl-5 text-warn">
            {problems.map((problem) => (
              <li key={problem.code}>{experienceProblemWords(problem)}</li>
            ))}
          </ul>
        )}
        <ActionForm action={saveExperienceAction} id="experience">
          <input type="hidden" name="id" value={one.id} />
          <input type="hidden" name="version" value={one.version} />
          <OnConflict>
            <p className="font-medium">{one.shownTitle}</p>
            <p className="whitespace-pre-wrap">{one.description}</p>
            <p className="whitespace-pre-wrap">{one.meaning}</p>
          </OnConflict>
          <div className="grid items-end gap-5 sm:grid-cols-2">
            <TextField
              name="title"
              label="What you were"
              note={one.profile ? 'or as below' : undefined}
              placeholder={one.profile?.title}
              maxLength={200}
              defaultValue={one.title}
            />
            <TextField
              name="organization"
              label="Where"
              note="organization"
              placeholder={one.profile?.organization}
              maxLength={200}
              defaultValue={one.organization}
            />
            <TextField
              name="startOn"
              type="month"
              label="First month"
              placeholder="2025-03"
              width="medium"
              defaultValue={one.startOn?.slice(0, 7)}
            />
            <TextField
              name="endOn"
              type="month"
              label="Last month"
              placeholder="2025-09"
              width="medium"
              defaultValue={one.endOn?.slice(0, 7)}
            />
          </div>
          <CheckboxField name="isOngoing" label="It still goes on" isDefaultChecked={one.isOngoing} />
          <SelectField
            name="type"
            label="Type in MyERAS"
            width="full"
            defaultValue={one.type}
            options={EXPERIENCE_TYPES.map((value) => ({ value, label: EXPERIENCE_TYPE_LABELS[value] }))}
          />
          {one.profile ? (
            one.profile.isGenetics && <input type="hidden" name="isGenetics" value="on" />
          ) : (
            <CheckboxField
              name="isGenetics"
              label="It is in genetics or genomics"
              hint="A course or a project in genetics counts as evidence (article, B7)."
              isDefaultChecked={one.isGenetics}
            />
          )}
          <CountedArea
            name="description"
            label="What you did"
            hint="Your own part, and what came of it. No names of patients."
            saved={one.description}
            most={DESCRIPTION_MOST}
            start={one.profile?.start ?? ''}
            rows={7}
          />
          <CheckboxField
            name="isMeaningful"
            label="One of the most meaningful"
            hint={`Up to ${MOST_MEANINGFUL}.`}
            isDefaultChecked={one.isMeaningful}
          />
          <CountedArea
            name="meaning"
            label="Why it was meaningful"
            hint="Only for the most meaningful: what it changed in you, and how it led to genetics."
            saved={one.meaning}
            most={MEANING_MOST}
            rows={4}
          />
          <SubmitButton>Save</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  )
}
