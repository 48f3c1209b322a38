type Column<Row> = { title: string; of: (row: Row) => string }

/** Prints a table with a heading: words to the left, figures to the right. */
export function table<Row>(heading: string, rows: readonly Row[], columns: readonly Column<Row>[]): void {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ of }) => of(row)))]
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => (line[index] ?? '').length)))
  console.log(`\n${heading}`)
  for (const line of cells) {
    const padded = line.map((text, index) =>
      index === 0 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0),
    )
    console.log(`  ${padded.join('   ')}`.trimEnd())
  }
}

export const figure = (value: number, digits = 1) => value.toFixed(digits)
export const kilobytes = (bytes: number) => figure(bytes / 1000)
export const signed = (value: number, digits = 1) => `${value > 0 ? '+' : ''}${figure(value, digits)}`
/** A figure beside what is aimed at: "0.41 (0.40)". */
export const besides = (text: string, aim: string) => `${text} (aim ${aim})`
