import { stripVTControlCharacters } from 'node:util'

/** Reads how a step went from its reporter's own file, since colours and layouts of the printed text change. */
export function vitestTally(result, ok) {
  if (!result) return lost()
  // A file that does not even load holds no failed test, and must not count as nothing.
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = result.numFailedTests + unloaded.length
  const faults = result.testResults.flatMap((file) => [
    ...(unloaded.includes(file) ? [fault(file.name, [file.message])] : []),
    ...file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => fault(`${file.name} › ${test.fullName}`, test.failureMessages)),
  ])
  return settle({ passed: result.numPassedTests, failed, skipped: result.numPendingTests, faults }, ok)
}

export function playwrightTally(result, ok) {
  if (!result) return lost()
  const { expected, unexpected, flaky, skipped } = result.stats
  const faults = [
    ...result.errors.map((error) => fault('before or after the tests', [error.message])),
    ...result.suites
      .flatMap(specsOf)
      .filter((spec) => !spec.ok)
      .map((spec) => fault(`${spec.file}:${spec.line} › ${spec.title}`, spec.tests.flatMap(messagesOf))),
  ]
  return settle({ passed: expected, failed: unexpected + flaky + result.errors.length, skipped, faults }, ok)
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

function messagesOf({ projectName, results }) {
  return results.flatMap(({ errors }) => errors.map((error) => `[${projectName}] ${error.message}`))
}

const LINES_EACH = 15
const MESSAGES_EACH = 4

/** What failed and how, short enough to be said once more at the end of a long output. */
function fault(where, messages) {
  return [where, ...messages.slice(0, MESSAGES_EACH).map((message) => firstLines(message ?? ''))].join('\n')
}

function firstLines(message) {
  const lines = stripVTControlCharacters(message).split('\n')
  return lines
    .slice(0, LINES_EACH)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n')
}

/** A step that ended badly with every test passed failed in something else, such as its set-up. */
function settle(tally, ok) {
  if (ok || tally.failed > 0) return tally
  return { ...tally, failed: 1, note: 'the step ended with an error outside its tests' }
}

function lost() {
  return { passed: 0, failed: 1, note: 'the step ended without a result' }
}
