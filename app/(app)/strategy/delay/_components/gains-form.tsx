import { CheckboxField } from '@/app/_ui/choice-field'
import { TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Applicant } from '@/lib/profile/applicant'
import { type ChangeCode, possibleChanges } from '@/lib/strategy/changes'
import type { YearGains } from '@/lib/strategy/delay'

/** What the person expects of the year, kept in the address. Only what they may lawfully do and do not have yet is asked. */
export function GainsForm({
  applicant,
  gains,
  needsRenewal,
}: {
  applicant: Applicant
  gains: YearGains
  needsRenewal: boolean
}) {
  const codes = new Set<ChangeCode>(possibleChanges(applicant).map(({ code }) => code))
  const canDo = (...wanted: ChangeCode[]) => wanted.some((code) => codes.has(code))
  const isStudent = canDo('genetics_elective')
  return (
    <Panel
      id="gains"
      title="What the year would bring"
      lead="Yours to say: nothing is assumed. What you have already, what you may not do, and what your profile does not speak of yet is left out."
    >
      {codes.size === 0 && !needsRenewal ? (
        <p>
          Your profile says too little to add to. <a href="/profile">Enter it first</a>.
        </p>
      ) : (
        <form action="/strategy/delay" className="space-y-5">
          <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
            {canDo('genetics_research', 'us_genetics_research') && (
              <div className="space-y-2">
                <TextField
                  name="research"
                  type="number"
                  min={0}
                  max={18}
                  width="narrow"
                  label="Months of genetics research"
                  defaultValue={gains.geneticsResearchMonths || null}
                />
                {canDo('us_genetics_research') && (
                  <CheckboxField
                    name="researchUs"
                    label="in the US"
                    hint={
                      applicant.visa.need === 'no_visa_needed'
                        ? undefined
                        : 'First ask what it does to a later J-1.'
                    }
                    isDefaultChecked={gains.isResearchInUs}
                  />
                )}
              </div>
            )}
            {canDo('genetics_elective', 'genetics_observership') && (
              <TextField
                name="weeks"
                type="number"
                min={0}
                max={52}
                width="narrow"
                label={
                  isStudent
                    ? 'Weeks of a genetics elective in the US'
                    : 'Weeks of observing in a US genetics clinic'
                }
                hint={
                  isStudent ? 'Arranged by your school, while enrolled.' : 'Observing only, after graduation.'
                }
                defaultValue={gains.geneticsWeeks || null}
              />
            )}
            {canDo('acgme_training') && (
              <TextField
                name="acgme"
                type="number"
                min={0}
                max={12}
                width="narrow"
                label="Months of ACGME training"
                hint="It needs a place of its own first."
                defaultValue={gains.acgmeMonths || null}
              />
            )}
          </div>
          <div className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
            {canDo('us_geneticist_letter') && (
              <CheckboxField
                name="letter"
                label="A letter from a US geneticist"
                isDefaultChecked={gains.hasUsGeneticistLetter}
              />
            )}
            {canDo('first_author_paper') && (
              <CheckboxField
                name="paper"
                label="A first-author genetics paper accepted"
                isDefaultChecked={gains.hasFirstAuthorPaper}
              />
            )}
            {canDo('certification') && (
              <CheckboxField
                name="certified"
                label="ECFMG certification"
                isDefaultChecked={gains.isCertified}
              />
            )}
            {canDo('pass_step3') && (
              <CheckboxField name="step3" label="Step 3 passed" isDefaultChecked={gains.hasPassedStep3} />
            )}
            {needsRenewal && (
              <CheckboxField
                name="renewed"
                label="My certificate kept valid for the later start"
                isDefaultChecked={gains.isCertificateRenewed}
              />
            )}
          </div>
          <div className="flex flex-wrap gap-3">
            <SubmitButton>Compare</SubmitButton>
            <LinkButton href="/strategy/delay" kind="quiet">
              Start over
            </LinkButton>
          </div>
        </form>
      )}
    </Panel>
  )
}
