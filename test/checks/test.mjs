// `npm test`: lint, types, and all tests in Node and Chromium, one after the other, because each uses all
// processors. Prints one line for each step, the output of each failure, and one last line with the number of steps and tests.
import { end, engineTests, nodeTests, run, work } from './steps.mjs';

const waiting = Object.entries({
  lint: () => run('npm', ['run', '--silent', 'lint']),
  types: () => run('npm', ['run', '--silent', 'types']),
  'tests in Node': () => nodeTests(),
  'tests in Chromium': () => engineTests(process.env.BROWSERS || 'chromium', 2),
});

console.log(`${waiting.map(([name]) => name).join(', ')}: several minutes`);
await work(waiting);
end();
