/** The present instant. Pure code takes it as an argument; only edges (pages, actions, jobs) call this. */
export function now(): Date {
  return new Date()
}
