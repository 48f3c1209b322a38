/**
 * Who is asking: a person (a guest is one too), the holder of a link, or a named part of the system. There is no
 * default: code without a viewer reaches public data only.
 */
export type Viewer =
  | { kind: 'user'; userId: string; sessionId: string; isGuest: boolean }
  | { kind: 'link'; tokenHash: string }
  | { kind: 'system'; actor: 'auth' | 'jobs' | 'facts' }

export type LinkViewer = Extract<Viewer, { kind: 'link' }>
export type UserViewer = Extract<Viewer, { kind: 'user' }>
