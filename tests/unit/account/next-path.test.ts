import { describe, expect, test } from 'vitest'
import { safeNextPath, signInPath } from '@/lib/account/next-path'

describe('where a person may be sent after signing in', () => {
  test.each(['/home', '/list?sort=fit&dir=up', '/programs/harvard-mgg#visa', '/list/ñ'])('%s', (path) => {
    const safe = safeNextPath(path)
    expect(safe).not.toBeNull()
    expect(new URL(safe ?? '', 'https://locus.example.org').origin).toBe('https://locus.example.org')
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\\..\\evil',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'home',
    ' /home',
    '',
    '/sign-in?next=/sign-in',
    '/sign-up',
    '/reset/abc',
    '/api/auth/callback/oidc',
    `/${'a'.repeat(600)}`,
    null,
    undefined,
    ['/home'],
  ])('never %j', (path) => {
    expect(safeNextPath(path)).toBeNull()
  })

  test('a path that only begins like a sign-in page is an ordinary one', () => {
    expect(safeNextPath('/resettlement')).toBe('/resettlement')
  })

  test('whatever is accepted stays on this site for a browser', () => {
    const pieces = ['/', '\\', '.', '..', 'evil.example', '@', ':', '?', '#', '%2f', '%5c', '\t', 'a']
    for (const a of pieces)
      for (const b of pieces)
        for (const c of pieces)
          for (const d of pieces) {
            const safe = safeNextPath(`/${a}${b}${c}${d}`)
            if (safe === null) continue
            // As an address of its own and after the site's origin, as redirects are written.
            expect(new URL(safe, 'https://locus.example.org').host).toBe('locus.example.org')
            expect(new URL(`https://locus.example.org${safe}`).host).toBe('locus.example.org')
          }
  })

  test('the sign-in page is asked to lead back only where that is safe', () => {
    expect(signInPath('/list?sort=fit')).toBe('/sign-in?next=%2Flist%3Fsort%3Dfit')
    expect(signInPath('//evil.example')).toBe('/sign-in')
    expect(signInPath(null)).toBe('/sign-in')
  })
})
