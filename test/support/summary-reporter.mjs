// Prints a last line with the number of tests. A test file that fails outside its tests counts as one failure.
export function tallyReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = total.failed;
        count(session.testResults, total);
        if (!session.passed && total.failed === before) total.failed++;
      }
      console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    },
  };
}

function count(suite, total) {
  if (!suite) return;
  for (const test of suite.tests) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite.suites) count(inner, total);
}
