import { expect, test } from 'vitest'
import { playwrightTally, vitestTally } from '../support/tally.mjs'

const file = (assertionResults: object[], status: string, message = '') => ({
  name: 'list.test.ts',
  status,
  message,
  assertionResults,
})

test('what failed is counted, and told with its place and its message, without colours', () => {
  const said = vitestTally(
    {
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 0,
      testResults: [
        file(
          [
            { status: 'passed', fullName: 'holds', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'does not hold',
              failureMessages: ['\u001b[31mexpected 2\u001b[39m'],
            },
          ],
          'failed',
        ),
      ],
    },
    false,
  )
  expect(said).toMatchObject({ passed: 1, failed: 1 })
  expect(said.faults).toEqual(['list.test.ts › does not hold\n    expected 2'])
})

test('a file that does not load is a failure, though no test of it ran', () => {
  const said = vitestTally(
    {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      testResults: [file([], 'failed', 'no such module')],
    },
    false,
  )
  expect(said).toMatchObject({ failed: 1, faults: ['list.test.ts\n    no such module'] })
})

test('a browser test is told with its window, wherever it stands among its groups', () => {
  const spec = {
    ok: false,
    title: 'is kept',
    file: 'list.spec.ts',
    line: 7,
    tests: [
      { projectName: 'phone', results: [{ errors: [{ message: 'no button' }, { message: 'no row' }] }] },
    ],
  }
  const said = playwrightTally(
    {
      stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 0 },
      errors: [],
      suites: [{ specs: [], suites: [{ specs: [{ ...spec, ok: true }, spec] }] }],
    },
    false,
  )
  expect(said).toMatchObject({ passed: 3, failed: 1 })
  expect(said.faults).toEqual(['list.spec.ts:7 › is kept\n    [phone] no button\n    [phone] no row'])
})

test('a step that ends badly with every test passed has failed all the same', () => {
  const whole = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, testResults: [] }
  expect(vitestTally(whole, true)).toMatchObject({ passed: 2, failed: 0 })
  expect(vitestTally(whole, false)).toMatchObject({ passed: 2, failed: 1 })
  expect(playwrightTally(null, true)).toMatchObject({ passed: 0, failed: 1 })
})
