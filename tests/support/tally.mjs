/** Reads how a step went from its reporter's own file, since colours and layouts of the printed text change. */
export function vitestTally(result, ok) {
  if (!result) return lost()
  // A file that does not even load holds no failed test, and must not count as nothing.
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = result.numFailedTests + unloaded.length
  return settle({ passed: result.numPassedTests, failed, skipped: result.numPendingTests }, ok)
}

export function playwrightTally(result, ok) {
  if (!result) return lost()
  const { expected, unexpected, flaky, skipped } = result.stats
  return settle({ passed: expected, failed: unexpected + flaky + result.errors.length, skipped }, ok)
}

/** A step that ended badly with every test passed failed in something else, such as its set-up. */
function settle(tally, ok) {
  if (ok || tally.failed > 0) return tally
  return { ...tally, failed: 1, note: 'the step ended with an error outside its tests' }
}

function lost() {
  return { passed: 0, failed: 1, note: 'the step ended without a result' }
}
