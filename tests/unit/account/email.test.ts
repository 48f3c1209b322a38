import { describe, expect, test } from 'vitest'
import { normalizeEmail } from '@/lib/account/email'

describe('a mail address', () => {
  test.each([
    ['  Ana.Ruiz@Example.ORG ', 'ana.ruiz@example.org'],
    ['ana+locus@example.org', 'ana+locus@example.org'],
    ["o'neill@mail.example.co.uk", "o'neill@mail.example.co.uk"],
    ['Zoë@exämple.org', 'zoë@exämple.org'],
    ['n\u0303@example.org', 'ñ@example.org'],
  ])('%j is stored as %j', (typed, stored) => {
    expect(normalizeEmail(typed)).toBe(stored)
  })

  test.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'ana@exa mple.org',
    'ana@@example.org',
    'ana@example.org, bob@example.org',
    'ana@example.org\nBcc: bob@example.org',
    'Ana <ana@example.org>',
    'ana@-example.org',
    'ana@example-.org',
    'ana@example..org',
    '.ana@example.org',
    'an..a@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ana@${'a.'.repeat(130)}org`,
    42,
    null,
  ])('%j is none', (typed) => {
    expect(normalizeEmail(typed)).toBeNull()
  })
})
