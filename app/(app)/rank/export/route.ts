import { readRankBasis } from '@/app/_server/rank-basis'
import { signInPath } from '@/lib/account/next-path'
import { formatDate } from '@/lib/dates/format'
import { env } from '@/lib/io/env'
import { placeWords } from '@/lib/programs/states'
import { rankCsv, rankText } from '@/lib/rank/rank-export'
import type { RankRow } from '@/lib/rank/rank-row'

/** The viewer's rank list as a file: CSV, or text to read beside NRMP's page. */
export async function GET(request: Request): Promise<Response> {
  const { viewer, rank, programOf, season, today } = await readRankBasis()
  if (!viewer) return Response.redirect(new URL(signInPath('/rank'), env().appUrl), 303)
  const rows = (rank?.order ?? []).flatMap((id): Omit<RankRow, 'place'>[] => {
    const program = programOf(id)
    if (!program) return []
    const { sponsor, name, pathway, nrmpCode } = program
    return [{ sponsor, name, pathway, code: nrmpCode, where: placeWords(program) ?? '' }]
  })
  const placed = rows.map((row, index) => ({ ...row, place: index + 1 }))
  const isCsv = new URL(request.url).searchParams.get('as') !== 'text'
  const certified = rank?.certifiedOn ? `, certified on ${formatDate(rank.certifiedOn)}` : ', not certified'
  const body = isCsv
    ? rankCsv(placed)
    : rankText(placed, `Rank list, season ${season.year}, as of ${formatDate(today)}${certified}`)
  return new Response(body, {
    headers: {
      'content-type': `text/${isCsv ? 'csv' : 'plain'}; charset=utf-8`,
      'content-disposition': `attachment; filename="rank-list-${season.year}.${isCsv ? 'csv' : 'txt'}"`,
      'cache-control': 'private, no-store',
    },
  })
}
