'use client'
import { useEffect, useRef } from 'react'
import { forgetWhoLeft, noteLeaving } from '@/app/(app)/documents/_writing/local-drafts'

/** Within the form that deletes an account: notes whose drafts go once it is done. */
export function NoteLeaving({ owner }: { owner: string }) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    const note = () => noteLeaving(owner)
    form?.addEventListener('submit', note)
    return () => form?.removeEventListener('submit', note)
  }, [owner])
  return <span ref={here} hidden />
}

/** On the page that says that everything is deleted. */
export function ForgetWhoLeft() {
  useEffect(() => forgetWhoLeft(), [])
  return null
}
