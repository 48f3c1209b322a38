'use client'
import { useFormStatus } from 'react-dom'
import { buttonLook } from '@/app/_ui/button-look'

/**
 * One of many buttons of the same form, each naming its program: the catalogue needs one form, not one a row. Only the
 * button that was pressed says that it is at work.
 */
export function AddButton({ programId, name }: { programId: string; name: string }) {
  const { pending, data } = useFormStatus()
  const isMine = pending && data?.get('programId') === programId
  return (
    <button
      type="submit"
      name="programId"
      value={programId}
      aria-label={`Add ${name} to your list`}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
      className={`${buttonLook('secondary', true)} whitespace-nowrap`}
    >
      {isMine ? 'Adding…' : 'Add'}
    </button>
  )
}
