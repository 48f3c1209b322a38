import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { PracticeDetail } from '@/lib/exams/practice-detail'
import { GENETICS_AREA_LABELS } from '@/lib/exams/practice-detail-words'
import { type AreaProgress, geneticsProgress, STRONG_AREA, talkingPoints } from '@/lib/study/talking-points'
import { Cited } from '../../_components/cited'

const STATES = {
  strong: { tone: 'good', word: 'Strong' },
  building: { tone: 'neutral', word: 'Building' },
  few_questions: { tone: 'neutral', word: 'Few questions so far' },
  not_said: { tone: 'unknown', word: 'Not said yet' },
} as const

/** The five genetics areas as the log has them, and what a strong one gives to say in an interview (C12). */
export function TalkingPoints({ details }: { details: readonly PracticeDetail[] }) {
  const progress = geneticsProgress(details)
  const points = talkingPoints(details)
  return (
    <Panel
      id="talking-points"
      title="Genetics areas, and what they give you to say"
      lead={
        points.length > 0
          ? 'Strong areas are interview material: answer in your own words, with a patient or a family in mind.'
          : `From ${STRONG_AREA.percent} per cent of at least ${STRONG_AREA.questions} questions an area counts as strong here (our reading), and becomes something to speak of in an interview.`
      }
    >
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {progress.map((area) => (
          <li key={area.area} className="rounded-lg bg-sunken px-4 py-2.5">
            <p className="font-medium">{GENETICS_AREA_LABELS[area.area]}</p>
            <StatusChip tone={STATES[area.state].tone}>{STATES[area.state].word}</StatusChip>
            <p className="text-sm text-mute">{progressWords(area)}</p>
          </li>
        ))}
      </ul>
      {points.length > 0 && (
        <ul className="mt-5 space-y-4">
          {points.map(({ area, title, evidence, prompts }) => (
            <li key={area} className="max-w-prose">
              <h3 className="font-semibold">{title}</h3>
              <p className="text-sm text-mute">{evidence}</p>
              <ul className="mt-1 list-disc pl-5">
                {prompts.map((prompt) => (
                  <li key={prompt}>{prompt}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3">
        <Cited criteria={['C12']} />
      </div>
    </Panel>
  )
}

function progressWords({ questions, percent }: AreaProgress): string {
  if (percent === null) return 'Add genetics questions to a result in the log.'
  return `${Math.round(percent)} per cent of ${questions} questions.`
}
