// Runs the steps of `npm test` and `npm run verify`: commands and tests, several at a time. A failed step does not end the others.
import { spawn } from 'node:child_process';

const total = { passed: 0, failed: 0 };

/** Runs one step after the other. Call it twice with the same list for two steps at a time. */
export async function work(waiting) {
  for (let next; (next = waiting.shift());) await step(...next);
}

/**
 * Runs a task and prints its result, with the output of a failed one. Counts each test that a line of totals reports, and one for a
 * task without such a line. A failed task has at least one failure.
 * @param task returns the output, or rejects with an error that has it
 */
export async function step(name, task) {
  const began = performance.now();
  let error;
  const output = await task().catch((reason) => ((error = reason), reason.output ?? ''));
  const [totals, passed = 1, failed = 0] = /^(?:node: )?(\d+) passed, (\d+) failed.*$/m.exec(output ?? '') ?? [];
  if (!error && Number(passed) === 0) error = new Error('no test ran');
  if (!error || totals) total.passed += Number(passed);
  if (error) total.failed += Math.max(Number(failed), 1);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${error ? 'FAILED' : 'ok    '} ${name}${totals ? `: ${totals}` : ''} (${seconds} s)`);
  if (error) console.log([error.message, error.output].filter(Boolean).join('\n').replace(/^/gm, '  '));
}

/** Prints the totals of all steps. The process fails if a step failed. */
export function end() {
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed ? 1 : 0;
}

/** Resolves with the output of the command. If it fails, rejects with an error that has the output. */
export function run(command, args, env = {}, cwd = '.') {
  const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(Object.assign(new Error(`"${command} ${args.join(' ')}" ended with code ${code}:`), { output }));
    });
  });
}

/** Runs the browser tests in one engine, `pages` pages at a time. */
export const engineTests = (browser, pages = 1, env = {}) => run('npx', ['wtr'], { BROWSERS: browser, PAGES: `${pages}`, ...env });

/** Runs these files, or all `*.node.ts`. */
export const nodeTests = (files = [], env = {}) => run('node', ['--import', 'tsx', 'test/support/node-tests.mjs', ...files], env);
