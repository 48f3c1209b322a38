/** What ties a person to others when they leave; see db/queries/leaving. */
export type TiesBefore = { mentors: number; links: number; mentees: number; comments: number; looks: number }

/** What goes with the account and what stays with other people, as sentences; nothing for what there is none of. */
export function leavingWords(ties: TiesBefore): { goes: string[]; stays: string[] } {
  const goes: string[] = []
  const stays: string[] = []
  if (ties.mentors > 0 || ties.links > 0) {
    const who = [
      ties.mentors > 0 ? counted(ties.mentors, 'mentor') : null,
      ties.links > 0 ? counted(ties.links, 'link for reading', 'links for reading') : null,
    ].filter((part) => part !== null)
    goes.push(`The access of ${who.join(' and ')}, with all that you and they wrote to each other.`)
    goes.push('The log of who looked at your data.')
  }
  if (ties.mentees > 0) {
    goes.push(
      `Your view of ${counted(ties.mentees, 'mentee')}; they see that you are no longer their mentor.`,
    )
  }
  if (ties.comments > 0) {
    stays.push(
      `${counted(ties.comments, 'comment')} that you wrote as a mentor: signed “a former mentor”, without your name.`,
    )
  }
  if (ties.looks > 0) {
    stays.push(
      `${counted(ties.looks, 'line')} in other people’s logs that somebody looked at their data: as “a former mentor”.`,
    )
  }
  return { goes, stays }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
