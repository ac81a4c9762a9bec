// `npm test`: all tests in Node, then in Chromium, which use all processors, and types and lint beside the first of them. Prints one line
// for each step, the output of each failure, and one last line with the number of steps and tests.
import { end, engineTests, nodeTests, run, work } from './steps.mjs';

const checks = Object.entries({
  lint: () => run('npm', ['run', '--silent', 'lint']),
  types: () => run('npm', ['run', '--silent', 'types']),
});
const tests = Object.entries({
  'tests in Node': () => nodeTests(),
  'tests in Chromium': () => engineTests(process.env.BROWSERS || 'chromium', 2),
});

console.log(`${[...checks, ...tests].map(([name]) => name).join(', ')}: several minutes`);
await Promise.all([work(checks), work(tests)]);
end();
