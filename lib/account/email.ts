/**
 * A mail address as it is stored and compared: trimmed, NFC, lower case; null when no mail server could take it. Parts
 * after a plus are kept, since for some providers they are another person's address.
 */
export function normalizeEmail(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const email = value.normalize('NFC').trim().toLowerCase()
  if (email.length > 254) return null
  const match = /^([^\s@<>()[\]\\,;:"\p{Cc}]{1,64})@([\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)$/u.exec(
    email,
  )
  if (!match) return null
  const [, local = '', domain = ''] = match
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  const labels = domain.split('.')
  if (labels.length < 2) return null
  return labels.every(isLabel) ? email : null
}

function isLabel(label: string): boolean {
  return /^[^.-](?:[^.]*[^.-])?$/u.test(label) && label.length <= 63
}
