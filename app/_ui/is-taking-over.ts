'use client'
import { useSyncExternalStore } from 'react'

/**
 * True while the server draws and while the page's script takes over what it drew; false for whatever is drawn later. What
 * shows by it alone is for people without script.
 */
export function useIsTakingOver(): boolean {
  return useSyncExternalStore(never, no, yes)
}

const never = () => () => {}
const no = () => false
const yes = () => true
