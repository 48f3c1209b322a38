import type { Tone } from '@/app/_ui/sign'

type Label = { label: string; sign: string; tone: Tone }

/** Words that many rows share, sent once. */
export type ListLabels = {
  standing: Readonly<Record<string, Label>>
  status: Readonly<Record<string, Label>>
  pathway: Readonly<Record<string, string>>
  state: Readonly<Record<string, string>>
}
