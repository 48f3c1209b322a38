import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { requestIdFrom } from '@/lib/io/log'

/** What the real log prints for one statement, in a process of its own. */
function printed(statement: string): Record<string, unknown> {
  const code = `const { log, requestLog } = await import('./lib/io/log.ts'); ${statement}`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', code],
    { encoding: 'utf8' },
  )
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

test('a line is JSON with a level, a time and the request it belongs to', () => {
  const line = printed("requestLog('req-12345678').info({ rows: 3 }, 'list read')")
  expect(line).toMatchObject({ level: 'info', requestId: 'req-12345678', rows: 3, msg: 'list read' })
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('personal fields never reach the log, at the top or one level down', () => {
  const text = JSON.stringify(
    printed("log.warn({ email: 'ana@example.org', user: { id: 'u1', name: 'Ana', token: 't0ken' } }, 'x')"),
  )
  expect(text).toContain('u1')
  expect(text).not.toMatch(/ana@|Ana|t0ken/)
})

test('a database error keeps its code and drops the row it quotes', () => {
  const text = JSON.stringify(
    printed(`
      const cause = Object.assign(new Error('Key (email)=(ana@example.org) already exists'), {
        severity: 'ERROR', code: '23505', constraint_name: 'users_email_key', detail: 'Key (email)=(ana@example.org)',
      })
      log.error({ err: new Error('Failed query: insert\\nparams: ana@example.org', { cause }) }, 'x')`),
  )
  expect(text).toContain('23505')
  expect(text).toContain('users_email_key')
  expect(text).not.toContain('ana@')
})

test('a request id from outside is kept only when it cannot break a log line', () => {
  expect(requestIdFrom('abcDEF12-34567890')).toBe('abcDEF12-34567890')
  for (const bad of [null, '', 'short', 'has space in it', 'x'.repeat(65), 'line\nbreak-12345']) {
    expect(requestIdFrom(bad)).toMatch(/^[0-9a-f-]{36}$/)
  }
})
