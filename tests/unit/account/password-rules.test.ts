import { describe, expect, test } from 'vitest'
import { normalizePassword, passwordFault } from '@/lib/account/password-rules'

const EMAIL = 'ana.ruiz.lopez@example.org'

describe('a new password', () => {
  test.each([
    ['correct horse battery staple'],
    ['ten letter'],
    ['ñandú-李-λόγος'],
    ['x'.repeat(100) + 'yz'.repeat(50)],
  ])('%j will do', (password) => {
    expect(passwordFault(password, EMAIL)).toBeNull()
  })

  test.each([
    ['', 'short'],
    ['nine char', 'short'],
    ['😀😀😀😀😀', 'short'],
    [`${'ab c'.repeat(50)}d`, 'long'],
    ['ana.ruiz.lopez@example.org', 'address'],
    ['Ana.Ruiz.Lopez@Example.org', 'address'],
    ['ana.ruiz.lopez', 'address'],
    ['Password123', 'common'],
    ['1234567890', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['abababababab', 'common'],
  ])('%j is refused as %s', (password, fault) => {
    expect(passwordFault(password, EMAIL)).toBe(fault)
  })

  test('is the same however the keyboard composes its letters', () => {
    expect(normalizePassword('contrasen\u0303a')).toBe(normalizePassword('contraseña'))
  })
})
