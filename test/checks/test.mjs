// `npm test`: lint, types, and all tests in Node and Chromium. The tests in Node use all processors; the tests in Chromium come after
// them. Lint and types use one processor, and run beside the first tests. Prints one line for each step, the output of each failure, and
// one last line with the number of steps and tests.
import { end, engineTests, nodeTests, run, work } from './steps.mjs';

const checks = {
  lint: () => run('npm', ['run', '--silent', 'lint']),
  types: () => run('npm', ['run', '--silent', 'types']),
};
const tests = {
  'tests in Node': () => nodeTests(),
  'tests in Chromium': () => engineTests(process.env.BROWSERS || 'chromium', 2),
};

console.log(`${Object.keys({ ...checks, ...tests }).join(', ')}: several minutes`);
await Promise.all([checks, tests].map((steps) => work(Object.entries(steps))));
end();
