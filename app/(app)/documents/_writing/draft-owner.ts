/** Marks what a guest wrote: it goes to whoever signs in here next, as what a guest entered does. */
export const GUEST_OWNER = 'guest-'

/** Whose drafts a person's are, in a browser that several people may use. */
export function draftOwner({ userId, isGuest }: { userId: string; isGuest: boolean }): string {
  return isGuest ? GUEST_OWNER + userId : userId
}
