import type { Tone } from '@/app/_ui/sign'
import type { DraftState } from './draft-keeper'

/** How safe the text is, in a line beside the save button. */
export function draftWords({ kind }: DraftState, isLocal: boolean): { tone: Tone; text: string } {
  switch (kind) {
    case 'saved':
      return { tone: 'good', text: 'All of it is saved.' }
    case 'typing':
      return {
        tone: 'neutral',
        text: isLocal
          ? 'Kept in this browser until you save.'
          : 'Kept in this browser; saved when you pause.',
      }
    case 'offline':
      return {
        tone: 'warn',
        text: 'No connection: kept in this browser, and saved as soon as Locus can be reached. Keep writing.',
      }
    case 'signed_out':
      return {
        tone: 'warn',
        text: 'You are signed out: kept in this browser. Sign in in another window, then save here.',
      }
    case 'gone':
      return {
        tone: 'bad',
        text: 'This statement was removed in another window. Your text is kept in this browser: copy it, or put the statement back.',
      }
    case 'too_long':
      return { tone: 'bad', text: 'Longer than Locus keeps: kept in this browser until it is shorter.' }
    case 'conflict':
      return {
        tone: 'warn',
        text: 'Not saved: another window saved another text. Yours is kept in this browser.',
      }
  }
}
