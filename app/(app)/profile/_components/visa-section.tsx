import { CheckboxGroupField, RadioGroupField } from '@/app/_ui/choice-field'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '@/app/_ui/field'
import { type ProfileValues, sectionOf } from '@/db/queries/profile'
import {
  H1B_RULES,
  J1_GENETICS_ROUTES,
  J1_HISTORY,
  J1_MAX_YEARS,
  J1_RULES,
  type RouteYears,
} from '@/lib/facts/visa-rules'
import { VISA_NEEDS, VISAS } from '@/lib/profile/applicant'
import { VISA_HINTS, VISA_LABELS, VISA_NEED_LABELS } from '@/lib/profile/words'
import { saveVisaAction } from '../actions'
import { choicesOf, choicesOrNotSaid, tickedOf } from './choices'
import { RuleNote } from './rule-note'
import { SectionForm } from './section-form'
import { type SectionFrame, SectionPanel } from './section-panel'
import { STORED_WORDS } from './section-words'
import { YesNoField } from './yes-no-field'

const ROUTES: Readonly<Record<string, string>> = {
  'obgyn + mfm_mgg': 'OB-GYN, then maternal-fetal genetics',
  'pediatrics + mgg': 'pediatrics, then two-year genetics',
  'internal_medicine + mgg': 'internal medicine, then two-year genetics',
  'peds_mgg or im_mgg': 'a combined residency',
  'one ACGME year + mgg': 'one ACGME year, then two-year genetics',
}

export function VisaSection({ values, frame }: { values: ProfileValues; frame: SectionFrame }) {
  const { values: visa, seen } = sectionOf(values, 'visa')
  return (
    <SectionPanel
      section="visa"
      frame={frame}
      lead="Only the need for a visa is asked. Nationality and the country of your school are not: no rule here may use them."
    >
      <SectionForm section="visa" action={saveVisaAction} seen={seen} stored={STORED_WORDS.visa(visa)}>
        <RadioGroupField
          name="visaNeed"
          legend="Do you need a visa to train in the US?"
          layout="column"
          defaultValue={visa.visaNeed ?? ''}
          choices={choicesOrNotSaid(VISA_NEEDS, VISA_NEED_LABELS)}
        />
        <CheckboxGroupField
          name="acceptableVisas"
          legend="Visas that you can accept"
          note="nothing ticked: not said"
          layout="column"
          defaultValues={tickedOf(visa.acceptableVisas)}
          choices={[
            ...choicesOf(VISAS, VISA_LABELS, VISA_HINTS),
            { value: 'none', label: 'Neither of them' },
          ]}
        />
        <TextField
          name="j1YearsUsed"
          label="Years already spent on a J-1 as a physician"
          note="0 is an answer; empty: not said"
          hint={`They add up to ${J1_MAX_YEARS} at most. Years on a J-1 as a student or research scholar are another category: the rules below say what to ask.`}
          inputMode="numeric"
          width="narrow"
          suffix="years"
          defaultValue={visa.j1YearsUsed}
        />
        <YesNoField
          name="entryLimitMayApply"
          legend="Might a limit on entry to the US affect you?"
          hint="Such limits change by the month and no country is named here. A yes only reminds you to check them."
          value={visa.entryLimitMayApply}
        />
      </SectionForm>
      <div className="mt-5">
        <Disclosure summary="What the visa rules say, and where that was read">
          <ul className="max-w-prose space-y-2.5">
            <li>
              <RuleNote rule={J1_RULES}>
                J-1: sponsored by {J1_RULES.value.sponsor}, {J1_RULES.value.maxYears} years in all, then
                usually {J1_RULES.value.homeResidenceYears} years at home. One change of specialty is
                possible, {J1_RULES.value.specialtyChange.replace(/^once, /, '')}.
              </RuleNote>
            </li>
            <li>
              <RuleNote rule={J1_GENETICS_ROUTES}>
                Of the ways into genetics, {routes(true)} fit in {J1_MAX_YEARS} years; {routes(false)} does
                not.
              </RuleNote>
            </li>
            <li>
              <RuleNote rule={H1B_RULES}>
                H-1B: sponsored by the program, {H1B_RULES.value.maxYears} years at most. It needs Step 3
                passed, and Step 3 needs the ECFMG certificate and a trip to the US.
              </RuleNote>
            </li>
            <li>
              <RuleNote rule={J1_HISTORY}>Before a US research year: {J1_HISTORY.value}.</RuleNote>
            </li>
          </ul>
          <p className="mt-2.5 max-w-prose text-mute">
            This is no legal advice. Check each rule before you rely on it.
          </p>
        </Disclosure>
      </div>
    </SectionPanel>
  )
}

function routes(fits: boolean): string {
  const name = ({ route, years }: RouteYears) => `${ROUTES[route] ?? route} (${years})`
  return J1_GENETICS_ROUTES.value.routes
    .filter((route) => route.fits === fits)
    .map(name)
    .join('; ')
}
