import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { CRISIS_LINE } from '@/lib/facts/support'
import { STEP_AFTER_RESULT_WORDS, type StepAfterResult } from '@/lib/soap/next-step'
import { resumeAction } from '../../soap/actions'

/** Home after an unmatched result: the next step and where to find support, and nothing else (DESIGN.md section 12). */
export function AfterResult({ step, year }: { step: StepAfterResult; year: number }) {
  const words = STEP_AFTER_RESULT_WORDS[step]
  return (
    <>
      <PageHeader
        title={`Season ${year}`}
        lead="This Match did not bring a position. That says nothing about your worth as a doctor, and all that you have built stays."
      />
      <div className="space-y-5">
        <Panel id="next-step" title={words.title} lead={words.text}>
          <LinkButton href={words.href} kind="primary">
            {words.link}
          </LinkButton>
        </Panel>
        <Panel id="support" title="Where to find support">
          <ul className="max-w-prose list-disc space-y-2 pl-5">
            <li>Someone who knows you: tell one person today, before you decide anything.</li>
            <li>Your mentor, or the office of your school that looks after its graduates.</li>
            <li>
              If it is too much: in the United States call or text {CRISIS_LINE.value.callOrText} at any hour,
              or write at{' '}
              <a href={CRISIS_LINE.value.page} rel="noreferrer">
                {CRISIS_LINE.value.pageName}
              </a>
              . Elsewhere your local emergency number, or a helpline of your country.{' '}
              <SourceNote
                title={CRISIS_LINE.source.title}
                href={CRISIS_LINE.source.url}
                year={CRISIS_LINE.source.year}
                confidence={CRISIS_LINE.confidence}
              />
            </li>
          </ul>
        </Panel>
        <ActionForm action={resumeAction} className="">
          <p className="mb-3 max-w-prose text-mute">
            Charts and the daily mail rest meanwhile. Every other page is where it was.
          </p>
          <SubmitButton kind="secondary">Show everything again</SubmitButton>
        </ActionForm>
      </div>
    </>
  )
}
