import { savePassageAction } from '../../exams/additional-information/actions'
import type { LocalDraft } from './local-drafts'
import { draftSender } from './send-draft'

/**
 * Brings a draft that only this browser keeps to the server, and says whether it is there now: as the text, or as a version
 * where another text was saved meanwhile. Never rejects.
 */
export async function saveLeftDraft({ place, text, stamp }: LocalDraft): Promise<boolean> {
  const kind = place.slice(0, place.indexOf(':'))
  const key = place.slice(kind.length + 1)
  if (kind === 'statement') {
    const answer = await draftSender(`/documents/statements/${key}/draft`)({ text, stamp }, false)
    return answer.kind === 'saved' || answer.kind === 'conflict'
  }
  if (kind !== 'passage') return false
  const form = new FormData()
  form.set('attempt', key)
  form.set('passage', text)
  form.set('version', String(stamp))
  try {
    return (await savePassageAction({ status: 'idle' }, form)).status === 'done'
  } catch {
    return false
  }
}
