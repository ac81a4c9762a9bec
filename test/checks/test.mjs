// `npm test`: lint, types, and all tests in Node and Chromium. The Node tests, which take longest, run beside the others. Prints one line
// for each step, the output of each failure, and one last line with the number of steps and tests.
import { end, engineTests, nodeTests, run, work } from './steps.mjs';

const waiting = Object.entries({
  'tests in Node': () => nodeTests(),
  lint: () => run('npm', ['run', '--silent', 'lint']),
  types: () => run('npm', ['run', '--silent', 'types']),
  'tests in Chromium': () => engineTests(process.env.BROWSERS || 'chromium'),
});

console.log(`${waiting.map(([name]) => name).join(', ')}: several minutes`);
await Promise.all([work(waiting), work(waiting)]);
end();
