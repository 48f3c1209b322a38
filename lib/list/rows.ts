import type { Pathway } from '@/lib/programs/pathway'
import { folded } from '@/lib/programs/search'
import type { EntryStatus, Signal } from './status'

/*
 * The list as plain rows. The server makes them once; the same functions sort and filter them there for the first page
 * and in the browser afterwards, so that both always agree. No zod and no fit engine: this travels to the browser.
 */

/** One program on the list, ready to show. Words that many rows share stand once, in the table's labels. */
export type ListRow = {
  id: string
  sponsor: string
  /** City and state, and the program's own name where the sponsor has several. */
  detail: string
  pathway: Pathway
  /** Postal code, or `UNKNOWN_STATE`. */
  state: string
  standing: string
  /** Why, in a few words: the condition, or what closes it. */
  reason: string
  /** Larger first, from the ledger. */
  rank: number
  point: number
  low: number
  high: number
  /** -1 to 1, and in words; 0 when the person has not said any preference. */
  preference: number
  wishes: string
  status: EntryStatus
  /** 'since 22 Sep 2027', 'no answer for 7 weeks', or ''. */
  since: string
  statusRank: number
  signal: Signal
  hasNote: boolean
  /** 'Dr Rao wrote': what of a mentor's waits here; '' where nothing does. */
  waits: string
  isOwn: boolean
}

export const LIST_SORTS = ['standing', 'sponsor', 'pathway', 'fit', 'preference', 'status'] as const
export type ListSort = (typeof LIST_SORTS)[number]
export type Direction = 'ascending' | 'descending'

/** In which direction a column is useful first: the best above, names from A. */
export const FIRST_DIRECTION: Readonly<Record<ListSort, Direction>> = {
  standing: 'descending',
  sponsor: 'ascending',
  pathway: 'ascending',
  fit: 'descending',
  preference: 'descending',
  status: 'descending',
}

/** Three ways to look at the same rows. */
export const LIST_VIEWS = ['table', 'board', 'insights'] as const
export type ListLook = (typeof LIST_VIEWS)[number]

export type ListView = {
  look: ListLook
  sort: ListSort
  direction: Direction
  query: string
  standing: string
  status: string
  pathway: string
  state: string
  page: number
}

/** The place of a program that nobody has named: a group of its own. */
export const UNKNOWN_STATE = 'unknown'

export const PAGE_SIZE = 100

const DEFAULTS: ListView = {
  look: 'table',
  sort: 'standing',
  direction: 'descending',
  query: '',
  standing: '',
  status: '',
  pathway: '',
  state: '',
  page: 1,
}

/** The view that a URL holds. Unknown words in it are dropped. */
export function readListView(params: { get: (name: string) => string | null }): ListView {
  const [name, direction] = (params.get('sort') ?? '').split('-')
  const sort = LIST_SORTS.find((known) => known === name) ?? DEFAULTS.sort
  const page = Number(params.get('page') ?? '1')
  return {
    look: LIST_VIEWS.find((known) => known === params.get('view')) ?? DEFAULTS.look,
    sort,
    direction: direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : FIRST_DIRECTION[sort],
    query: (params.get('q') ?? '').slice(0, 200),
    standing: params.get('standing') ?? '',
    status: params.get('status') ?? '',
    pathway: params.get('pathway') ?? '',
    state: params.get('state') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of a view: only what differs from the usual view is written out. */
export function listViewHref(view: Partial<ListView>): string {
  const full = { ...DEFAULTS, ...view }
  const params = new URLSearchParams()
  if (full.look !== DEFAULTS.look) params.set('view', full.look)
  if (full.query) params.set('q', full.query)
  if (full.standing) params.set('standing', full.standing)
  if (full.status) params.set('status', full.status)
  if (full.pathway) params.set('pathway', full.pathway)
  if (full.state) params.set('state', full.state)
  const isUsual = full.sort === DEFAULTS.sort && full.direction === DEFAULTS.direction
  if (!isUsual) params.set('sort', `${full.sort}-${full.direction === 'ascending' ? 'up' : 'down'}`)
  if (full.page > 1) params.set('page', String(full.page))
  const text = params.toString()
  return text ? `/list?${text}` : '/list'
}

/** Where a click on a column's head leads: its first direction, and then the other one. Sorting goes back to page one. */
export function sortHref(view: ListView, sort: ListSort): string {
  const direction =
    view.sort !== sort ? FIRST_DIRECTION[sort] : view.direction === 'ascending' ? 'descending' : 'ascending'
  return listViewHref({ ...view, sort, direction, page: 1 })
}

/** The rows that match, in order. Equal ones stay in the order of their standing and then of their names. */
export function rowsOf(rows: readonly ListRow[], view: ListView): ListRow[] {
  const words = folded(view.query).split(' ').filter(Boolean)
  const sign = view.direction === 'ascending' ? 1 : -1
  return rows
    .filter(
      (row) =>
        (view.standing === '' || row.standing === view.standing) &&
        (view.status === '' || row.status === view.status) &&
        (view.pathway === '' || row.pathway === view.pathway) &&
        (view.state === '' || row.state === view.state) &&
        (words.length === 0 || hasWords(row, words)),
    )
    .sort(
      (a, b) =>
        sign * bySort(a, b, view.sort) ||
        b.rank - a.rank ||
        byText(a.sponsor, b.sponsor) ||
        byText(a.id, b.id),
    )
}

function hasWords(row: ListRow, words: readonly string[]): boolean {
  const text = ` ${folded(`${row.sponsor} ${row.detail}`)}`
  return words.every((word) => text.includes(` ${word}`))
}

function bySort(a: ListRow, b: ListRow, sort: ListSort): number {
  switch (sort) {
    case 'standing':
      return a.rank - b.rank
    case 'sponsor':
      return byText(a.sponsor, b.sponsor)
    case 'pathway':
      return byText(a.pathway, b.pathway)
    case 'fit':
      return a.point - b.point || a.low - b.low
    case 'preference':
      return a.preference - b.preference
    case 'status':
      return a.statusRank - b.statusRank
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The page asked for, or the last one there is. */
export function pageOf(
  rows: readonly ListRow[],
  page: number,
): { rows: ListRow[]; page: number; pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const shown = Math.min(page, pageCount)
  return { rows: rows.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE), page: shown, pageCount }
}
