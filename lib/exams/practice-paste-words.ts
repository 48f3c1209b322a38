import type { PasteColumn, Pasted } from './practice-paste'

export const PASTE_COLUMN_LABELS: Readonly<Record<PasteColumn, string>> = {
  test: 'the test',
  exam: 'the exam',
  form: 'the form',
  day: 'the day',
  score: 'the score',
  percent: 'the percent',
  timed: 'timed or not',
  mixed: 'mixed or not',
  weak: 'weak areas',
  note: 'the note',
}

/** '3 results can be saved, 1 row cannot be read, 2 are in the log already. Nothing is saved yet.' */
export function pasteSummary({ rows, leftOff }: Pasted): string {
  const count = (outcome: Pasted['rows'][number]['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length
  const ready = count('ready')
  const refused = count('refused')
  const known = count('known')
  const parts = [
    ready === 0 ? 'No result can be saved' : `${ready} ${ready === 1 ? 'result' : 'results'} can be saved`,
    refused > 0 && `${refused} ${refused === 1 ? 'row' : 'rows'} cannot be read`,
    known > 0 && `${known} ${known === 1 ? 'is' : 'are'} in the log already`,
    leftOff > 0 && `${leftOff} ${leftOff === 1 ? 'row is' : 'rows are'} beyond what one paste can hold`,
  ].filter(Boolean)
  return `${parts.join(', ')}. Nothing is saved yet.`
}

/** How a sheet's columns were understood: 'Read: “Date” as the day. Not read: “Tutor”.' */
export function columnsSentence({ columns }: Pasted): string {
  if (!columns) return 'No header row was found, so each row is read as one line.'
  const read = columns.flatMap(({ header, reads }) =>
    reads ? [`“${header}” as ${PASTE_COLUMN_LABELS[reads]}`] : [],
  )
  const unread = columns.flatMap(({ header, reads }) => (reads || header === '' ? [] : [`“${header}”`]))
  return [`Read: ${read.join(', ')}.`, unread.length > 0 && `Not read: ${unread.join(', ')}.`]
    .filter(Boolean)
    .join(' ')
}
