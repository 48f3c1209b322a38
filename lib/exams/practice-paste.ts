import type { PracticeResult } from './practice'
import { type LineContext, type LineEntry, type LineProblem, readPracticeLine } from './practice-line'
import { dayOrderOf } from './written-day'

/** More rows than the log holds results. */
export const MOST_PASTED_ROWS = 300

/** What a column of a sheet can hold. */
export const PASTE_COLUMNS = [
  'test',
  'exam',
  'form',
  'day',
  'score',
  'percent',
  'timed',
  'mixed',
  'weak',
  'note',
] as const
export type PasteColumn = (typeof PASTE_COLUMNS)[number]

const HEADERS: Readonly<Record<PasteColumn, RegExp>> = {
  test: /^(practice )?(test|kind|type|source|assessment|name)( name)?$/,
  exam: /^(exam|step|for)$/,
  form: /^(form|number|no|#)( number| name)?$/,
  day: /^(date|day|when|taken|taken on|date taken)$/,
  score: /^(score|result|3[- ]?digit( score)?|three[- ]?digit( score)?)$/,
  percent: /^(%|percent|per cent|percentage|correct|% correct|percent correct)$/,
  timed: /^(timed|timing|timed\?)$/,
  mixed: /^(mixed|mixed\?|subjects?)$/,
  weak: /^(weak|weak (systems?|areas?|topics?|subjects?)|weaknesses)$/,
  note: /^(notes?|comments?|remarks?)$/,
}

export type PastedRow = {
  /** The row's number in what was pasted, counted from one, the header included. */
  number: number
  text: string
} & (
  | { outcome: 'ready'; entry: LineEntry; isExamAssumed: boolean }
  | { outcome: 'refused'; problems: readonly LineProblem[] }
  | { outcome: 'known'; entry: LineEntry }
)

export type Pasted = {
  /** Null where no header was found: then each row is read as one line. */
  columns: readonly { header: string; reads: PasteColumn | null }[] | null
  rows: readonly PastedRow[]
  /** Rows beyond the most that can be pasted; they are not read. */
  leftOff: number
}

/**
 * Reads rows that were copied from a sheet (cells between tabs, semicolons or commas). With a header the columns are recognised by their
 * names in any order; without one each row is read like a line of the quick entry. A row that the log or an earlier row
 * already holds is 'known'. Nothing is guessed: each row that cannot be read carries its reasons.
 */
export function readPaste(
  text: string,
  context: LineContext,
  log: readonly Omit<PracticeResult, 'id'>[],
): Pasted {
  const lines = text.split(/\r?\n/)
  const separator = separatorOf(lines)
  const table = lines
    .map((line, index) => ({ number: index + 1, line, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const header = headerOf(table[0]?.cells ?? [])
  const body = header ? table.slice(1) : table
  const dayOrder = dayOrderOf(body.map(({ line }) => line))
  const seen = new Set(log.map(keyOf))
  const rows = body.slice(0, MOST_PASTED_ROWS).map(({ number, line, cells }): PastedRow => {
    const row = { number, text: line.replace(/\s+/g, ' ').trim() }
    const written = header
      ? lineOf(header.map((column, index) => [column, cells[index] ?? '']))
      : line.replaceAll('\t', ' ')
    const read = readPracticeLine(written, { ...context, dayOrder })
    if (!read.ok) return { ...row, outcome: 'refused', problems: read.problems }
    const key = keyOf(read.entry)
    if (seen.has(key)) return { ...row, outcome: 'known', entry: read.entry }
    seen.add(key)
    return { ...row, outcome: 'ready', entry: read.entry, isExamAssumed: read.isExamAssumed }
  })
  return {
    columns: header?.map((reads, index) => ({ header: table[0]?.cells[index] ?? '', reads })) ?? null,
    rows,
    leftOff: Math.max(0, body.length - MOST_PASTED_ROWS),
  }
}

/** The entries that can be saved as they stand. */
export function readyEntries({ rows }: Pasted): LineEntry[] {
  return rows.flatMap((row) => (row.outcome === 'ready' ? [row.entry] : []))
}

/** The columns of a header row; null where the row is none: a header names the day or the test, and one thing more. */
function headerOf(cells: readonly string[]): (PasteColumn | null)[] | null {
  const found = cells.map((cell) => {
    const name = cell.toLowerCase().replace(/\s+/g, ' ').trim()
    return PASTE_COLUMNS.find((column) => HEADERS[column].test(name)) ?? null
  })
  const known = found.filter((column) => column !== null)
  return known.length >= 2 && (known.includes('day') || known.includes('test')) ? found : null
}

/** A row of cells as the line that a person would type. */
function lineOf(cells: readonly (readonly [PasteColumn | null, string])[]): string {
  const cell = (column: PasteColumn) =>
    cells
      .filter(([name, value]) => name === column && value !== '')
      .map(([, value]) => value)
      .join(', ')
  const percent = cell('percent')
  const exam = cell('exam')
  const form = cell('form')
  const weak = cell('weak')
    .split(/[,;/]+|\s+and\s+/)
    .map((name) => name.trim())
    .filter(Boolean)
  const note = cell('note')
  return [
    cell('test'),
    form && `form ${form}`,
    /^[12]$/.test(exam) ? `step ${exam}` : exam,
    cell('day'),
    cell('score'),
    percent && (/%$/.test(percent) ? percent : `${percent}%`),
    yesOrNo(cell('timed'), 'timed', 'untimed'),
    yesOrNo(cell('mixed'), 'mixed', 'by subject'),
    weak.length > 0 && `weak: ${weak.map((name) => name.replace(/\s+/g, '-')).join(', ')}`,
    note && `note: ${note}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function yesOrNo(value: string, yes: string, no: string): string {
  if (/^(y|yes|true|x|1|✓)$/i.test(value)) return yes
  return /^(n|no|false|0)$/i.test(value) ? no : value
}

function separatorOf(lines: readonly string[]): '\t' | ';' | ',' {
  if (lines.some((line) => line.includes('\t'))) return '\t'
  const first = lines.find((line) => line.trim() !== '') ?? ''
  return first.includes(';') ? ';' : ','
}

/** Cells of one row; a cell in quotes may hold the separator, and doubled quotes stand for one. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    if (sign === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}

function keyOf({ exam, kind, form, takenOn, score, percent }: Omit<PracticeResult, 'id'>): string {
  return [exam, kind, form.toLowerCase(), takenOn, score, percent].join('|')
}
