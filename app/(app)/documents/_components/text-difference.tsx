import { type Comparison, comparisonSentence } from '@/lib/statement/compare'

/** Two texts as one, what came in underlined and what went struck through; the words in brackets are read out only. */
export function TextDifference({ compared }: { compared: Comparison }) {
  let at = 0
  return (
    <div>
      <p className="font-medium">{comparisonSentence(compared)}</p>
      <div className="mt-3 max-w-prose leading-relaxed whitespace-pre-wrap">
        {compared.parts.map(({ kind, text }) => {
          at += text.length + 1
          if (kind === 'same') return <span key={at}>{text}</span>
          return kind === 'added' ? (
            <ins key={at} className="mx-px rounded-sm bg-good-soft text-good decoration-2 underline-offset-3">
              <span className="sr-only">[came in: </span>
              {text}
              <span className="sr-only">]</span>
            </ins>
          ) : (
            <del key={at} className="mx-px rounded-sm bg-bad-soft text-bad">
              <span className="sr-only">[went: </span>
              {text}
              <span className="sr-only">]</span>
            </del>
          )
        })}
      </div>
    </div>
  )
}
