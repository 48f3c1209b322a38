/** Who ended a grant: the applicant revoked it, the mentor stopped, or a newer invitation took its place. */
export const GRANT_ENDERS = ['applicant', 'mentor', 'replaced'] as const
export type GrantEnder = (typeof GRANT_ENDERS)[number]

/** Days that an invitation waits to be accepted. */
export const INVITATION_DAYS = 14
/** Days that a link for reading without an account may hold, and what is offered first. */
export const LINK_DAYS = [1, 7, 30, 90] as const
export const MOST_OPEN_INVITATIONS = 20
export const MOST_LIVE_LINKS = 10
