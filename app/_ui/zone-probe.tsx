'use client'
import { useEffect } from 'react'

/**
 * Tells the server the browser's time zone in the cookie `tz`, from which a first guess is made. Draws nothing; without
 * JavaScript the person chooses their zone in the settings.
 */
export function ZoneProbe() {
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || document.cookie.split('; ').includes(`tz=${zone}`)) return
    const secure = location.protocol === 'https:' ? '; secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that people still use
    document.cookie = `tz=${zone}; path=/; max-age=31536000; samesite=lax${secure}`
  }, [])
  return null
}
