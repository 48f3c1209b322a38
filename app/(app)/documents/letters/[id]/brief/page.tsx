import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readLettersBasisAnd } from '@/app/_server/letters-basis'
import { readStoryRows, storyRecord } from '@/app/_server/story-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxGroupField } from '@/app/_ui/choice-field'
import { DescriptionList } from '@/app/_ui/description-list'
import { TextAreaField } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Section } from '@/app/_ui/section'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { LETTER_LIMITS } from '@/lib/facts/eras-limits'
import {
  briefAsks,
  briefChoices,
  briefDates,
  briefFacts,
  MOST_BRIEF_FACTS,
  MOST_TOGETHER,
} from '@/lib/letters/brief'
import { COVERAGE_TOPIC_LABELS, letterName } from '@/lib/letters/words'
import { pathwayName } from '@/lib/programs/pathway-words'
import { storyItems } from '@/lib/story/items'
import { saveBriefAction } from '../../actions'

export const metadata: Metadata = { title: 'Brief for a letter writer' }

export default async function BriefPage({
  params,
  searchParams,
}: PageProps<'/documents/letters/[id]/brief'>) {
  const [{ id }, { done }, { letters: basis, also: story }] = await Promise.all([
    params,
    searchParams,
    readLettersBasisAnd(readStoryRows),
  ])
  const letter = basis.letters.find((one) => one.id === id)
  if (!letter || !story) notFound()
  const { season } = basis.desk.basis
  const items = storyItems(storyRecord(story.profile, story.attempts, story.experiences))
  const facts = briefFacts(items, letter.briefFacts)
  const choices = briefChoices(items)
  const asks = briefAsks(letter, basis.letters)
  const pathways = [...new Set(basis.programs.map(({ program }) => inSentence(pathwayName(program.pathway))))]
  const { source, confidence } = LETTER_LIMITS
  return (
    <>
      {done === 'saved' && <ToastLine message="Saved." />}
      <PageHeader
        above={
          <span className="no-print">
            <BackLink href={`/documents/letters/${id}`}>{letterName(letter)}</BackLink>
          </span>
        }
        title="For my letter of recommendation"
        lead={`${letter.writer ? `${letter.writer}, thank you` : 'Thank you'} for writing for me. I apply ${
          pathways.length > 0 ? `for ${pathways.join('; ')}` : 'for medical genetics'
        }, start in July ${season.year}.`}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        {/* Not a panel: on paper its parts may break apart, and the frame is left away. */}
        <div className="rounded-xl border border-line bg-panel p-4 sm:p-6 print:border-0 print:bg-transparent print:p-0 print:text-sm print:leading-snug print:[&_dl]:gap-y-0.5 print:[&_h2]:text-base print:[&_ul]:space-y-1 print:[&_p]:max-w-none print:[&>section]:mt-3 print:[&>section>div]:mt-1">
          {letter.together && (
            <Section title="What we did together">
              <p className="max-w-prose whitespace-pre-line">{letter.together}</p>
            </Section>
          )}
          {asks.length > 0 && (
            <Section
              title="What would help most"
              lead="As far as you saw it yourself; one true occasion says more than praise. Please write only what you would say anyway."
            >
              <ul className="max-w-prose list-disc space-y-2 pl-5 print:max-w-none">
                {asks.map(({ topic, question, isMissingElsewhere }) => (
                  <li key={topic}>
                    <span className="font-medium">{COVERAGE_TOPIC_LABELS[topic]}.</span> {question}
                    {isMissingElsewhere && (
                      <span className="text-mute"> No other letter of mine speaks of it yet.</span>
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {facts.length > 0 && (
            <Section title="What I have done, as my application says it">
              <ul className="max-w-prose list-disc space-y-1 pl-5 print:max-w-none print:columns-2">
                {facts.map(({ key, label }) => (
                  <li key={key}>{label}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="When and how">
            <DescriptionList
              items={[
                ...briefDates(season, { needBy: basis.needBy, zone: letter.zone }).map(
                  ({ label, when, note }) => ({
                    key: label,
                    term: label,
                    value: `${when}${note ? ` (${note})` : ''}`,
                  }),
                ),
                {
                  term: 'Where',
                  value: (
                    <>
                      AAMC’s Letter Writer Portal, with the letter ID of my request. In English, on letterhead
                      and signed if you can.{' '}
                      <SourceNote
                        title={source.title}
                        href={source.url}
                        year={source.year}
                        confidence={confidence}
                      />
                    </>
                  ),
                },
              ]}
            />
          </Section>
        </div>
        <div className="no-print space-y-5">
          <Panel
            id="choose"
            title="What the page shows"
            lead="Facts come from your profile as they are. Exams and other letters are left out on purpose."
          >
            <ActionForm id="brief" action={saveBriefAction} aria-label="What the brief shows">
              <input type="hidden" name="id" value={id} />
              <TextAreaField
                name="together"
                label="What you and the writer did together"
                note="optional"
                hint="Place, months, cases or projects: what helps them remember you."
                rows={5}
                maxLength={MOST_TOGETHER}
                defaultValue={letter.together}
              />
              {choices.length > 0 && (
                <CheckboxGroupField
                  name="facts"
                  legend="Facts"
                  note={`the first ${MOST_BRIEF_FACTS} fit the page`}
                  layout="column"
                  defaultValues={facts.map(({ key }) => key)}
                  choices={choices.map(({ key, label }) => ({ value: key, label }))}
                />
              )}
              <SubmitButton kind="secondary">Save the brief</SubmitButton>
            </ActionForm>
          </Panel>
          <p className="max-w-prose text-sm text-mute">
            Print it, or save it as a file, from your browser: this column stays behind. The page asks; it
            writes nothing for the writer. What it asks about follows from the topics of this letter, and from
            what no other letter speaks of.
          </p>
        </div>
      </div>
    </>
  )
}

/** 'Combined pediatrics and medical genetics' in the middle of a sentence. */
function inSentence(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
