import { type ReadingOptions, type StatementReading, statementReader } from './check'
import { type ErasMark, erasMarks, type StatementLength, statementLength } from './eras-text'

/** Everything that is said of a text beside it: what its sentences do, its length, and the characters to look at. */
export type TextReading = StatementReading & {
  readonly length: StatementLength
  readonly marks: readonly ErasMark[]
}

/** A reader that is asked again as the text changes; see `statementReader`. */
export function textReader(options: ReadingOptions = {}): (text: string) => TextReading {
  const read = statementReader(options)
  return (text) => ({ ...read(text), length: statementLength(text), marks: erasMarks(text) })
}

export function readText(text: string, options: ReadingOptions = {}): TextReading {
  return textReader(options)(text)
}
