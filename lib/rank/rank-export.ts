import { CODE_LOOKUP, isInMainMatch, type RankRow } from './rank-row'

const NOT_MAIN = 'not ranked in the Main Match: ask the program'

/** The list as lines to read beside NRMP's page, place by place. */
export function rankText(rows: readonly RankRow[], heading: string): string {
  const lines = rows.map(({ place, sponsor, name, where, code, pathway }) => {
    const known = isInMainMatch(pathway) ? (code ?? `code not known: ${CODE_LOOKUP}`) : NOT_MAIN
    return `${place}. ${[sponsor, name, where].filter((part) => part !== '').join(', ')} (${known})`
  })
  return `${[heading, '', ...lines].join('\n')}\n`
}

/** The list as CSV (RFC 4180). A text that a sheet would run as a formula is kept a text by a leading apostrophe. */
export function rankCsv(rows: readonly RankRow[]): string {
  const table = [
    ['Rank', 'Program', 'Track', 'Place', 'NRMP code', 'Note'],
    ...rows.map(({ place, sponsor, name, where, code, pathway }) => [
      String(place),
      sponsor,
      name,
      where,
      code ?? '',
      isInMainMatch(pathway) ? (code === null ? `Code not known: ${CODE_LOOKUP}` : '') : NOT_MAIN,
    ]),
  ]
  return `${table.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
