import { Disclosure } from '@/app/_ui/disclosure'
import { Sign, type Tone } from '@/app/_ui/sign'
import type { Completeness, ProfileAnswer, SectionState } from '@/lib/profile/completeness'
import { type ProfileSectionKey, SECTION_LABELS } from '@/lib/profile/words'

const AT_ONCE = 3

const STATES: Readonly<Record<SectionState, { tone: Tone; word: string }>> = {
  said: { tone: 'good', word: 'said' },
  partial: { tone: 'unknown', word: 'in part' },
  unknown: { tone: 'unknown', word: 'not said' },
  not_asked: { tone: 'neutral', word: 'not asked' },
}

/**
 * Beside the form: what each missing answer would sharpen, the weightiest first, and where each section stands. It never
 * counts in percent: a profile is not a task to be finished.
 */
export function ProfileIndex({
  completeness,
  sections,
}: {
  completeness: Completeness
  sections: readonly ProfileSectionKey[]
}) {
  const { missing } = completeness
  return (
    <div className="space-y-6">
      {missing.length > 0 && (
        <section aria-labelledby="missing-title">
          <h2 id="missing-title" className="font-semibold">
            What would sharpen most
          </h2>
          <Missing answers={missing.slice(0, AT_ONCE)} />
          {missing.length > AT_ONCE && (
            <div className="mt-2">
              <Disclosure summary={`${missing.length - AT_ONCE} more, by weight`}>
                <Missing answers={missing.slice(AT_ONCE)} />
              </Disclosure>
            </div>
          )}
        </section>
      )}
      <nav aria-label="Sections of the profile" className="hidden lg:block">
        <h2 className="font-semibold">Sections</h2>
        <ul className="mt-1.5">
          {sections.map((section) => {
            const { tone, word } = STATES[completeness.sections[section]]
            return (
              <li key={section}>
                <a
                  href={sectionHref(section)}
                  className="flex min-h-8 items-center gap-2 text-mute no-underline hover:text-ink hover:underline"
                >
                  <Sign tone={tone} className="size-3.5" />
                  <span className="min-w-0 flex-1">{SECTION_LABELS[section]}</span>
                  <span className="text-sm">{word}</span>
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
    </div>
  )
}

function Missing({ answers }: { answers: readonly ProfileAnswer[] }) {
  return (
    <ol className="mt-1.5 space-y-2">
      {answers.map(({ key, section, label, sharpens }) => (
        <li key={key}>
          <strong className="font-medium">
            <a href={sectionHref(section)}>{label}</a>
          </strong>
          <span className="block text-sm text-mute">{sharpens}</span>
        </li>
      ))}
    </ol>
  )
}

/** Exams have a page of their own. */
function sectionHref(section: ProfileSectionKey): string {
  return section === 'exams' ? '/exams' : `#${section}`
}
