import { ToastLine } from '@/app/_ui/toast-line'
import { UndoForm } from '@/app/_ui/undo-form'
import { formatDate } from '@/lib/dates/format'
import { PRACTICE_LABELS } from '@/lib/exams/attempt-words'
import type { PracticeResult } from '@/lib/exams/practice'
import type { BankSnapshot } from '@/lib/exams/practice-detail'
import { QUESTION_BANK_LABELS } from '@/lib/exams/practice-detail-words'
import { restoreBankSnapshotAction, restorePracticeResultAction, undoPasteAction } from '../actions'

const DONE: Readonly<Record<string, string>> = {
  added: 'The result is in the log.',
  saved: 'The result is changed.',
  restored: 'The result is back in the log.',
  'paste-undone': 'The pasted results are out of the log again.',
  'bank-added': 'The snapshot is saved.',
  'bank-saved': 'The snapshot is changed.',
  'bank-restored': 'The snapshot is back.',
  target: 'The target is saved.',
}

/** What was just done, and the button that takes it back where it can be. */
export function UndoLine({
  done,
  removed,
  bankRemoved,
  pasted,
  pasteId,
}: {
  done: string
  removed: Pick<PracticeResult, 'id' | 'kind' | 'takenOn'> | null
  bankRemoved: Pick<BankSnapshot, 'id' | 'bank' | 'takenOn'> | null
  pasted: number
  pasteId: string
}) {
  if (removed) {
    return (
      <ToastLine
        message={`${PRACTICE_LABELS[removed.kind]} of ${formatDate(removed.takenOn)} is out of the log.`}
        undo={<UndoForm action={restorePracticeResultAction} fields={{ id: removed.id }} />}
      />
    )
  }
  if (bankRemoved) {
    return (
      <ToastLine
        message={`${QUESTION_BANK_LABELS[bankRemoved.bank]} of ${formatDate(bankRemoved.takenOn)} is taken out.`}
        undo={<UndoForm action={restoreBankSnapshotAction} fields={{ id: bankRemoved.id }} />}
      />
    )
  }
  if (pasted > 0) {
    return (
      <ToastLine
        message={`${pasted} pasted ${pasted === 1 ? 'result is' : 'results are'} in the log.`}
        undo={<UndoForm action={undoPasteAction} fields={{ id: pasteId }} label="Undo the paste" />}
      />
    )
  }
  const message = DONE[done]
  return message ? <ToastLine message={message} /> : null
}
