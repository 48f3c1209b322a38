/** One applicant's run at one season. A person may have several; the pages show the current one. */
export type Cycle = {
  id: string
  applicantId: string
  seasonYear: number
  isCurrent: boolean
  /** After so many days without an answer an application reads "no answer". */
  silenceDays: number
}
