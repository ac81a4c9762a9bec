// Reports a run of Node's test runner: one line per folder, and the full name, position and difference of each failure.
import { dirname, relative, resolve } from 'node:path';

const SEPARATOR = ' › ';

/** Returns one handler for each type of event, and `end()` for the totals. */
export function failuresReporter(write = (line) => console.log(line)) {
  const total = { passed: 0, failed: 0 };
  const files = new Map();
  const folder = { name: undefined, passed: 0, failed: 0 }; // the runner reports the files in sequence

  return {
    'test:start'({ file, name, nesting }) {
      const { names } = fileOf(file);
      if (file) enter(dirname(relative('.', file)));
      names.length = nesting;
      names[nesting] = name;
    },
    'test:pass'(event) {
      if (isTest(event) && !event.skip && !event.todo) count('passed');
    },
    'test:fail'(event) {
      if (event.todo) return;
      if (isTest(event)) count('failed');
      const failure = failureOf(event);
      if (failure) print(event, failure);
    },
    'test:stderr'({ file, message }) {
      fileOf(file).errors += message;
    },
    /** @returns the total numbers of passed and failed tests */
    end() {
      enter(undefined);
      return total;
    },
  };

  /** The error output names its file from the working directory, and a test the whole path. */
  function fileOf(file = '') {
    const name = resolve(file);
    if (!files.has(name)) files.set(name, { names: [], errors: '' });
    return files.get(name);
  }

  function enter(name) {
    if (name === folder.name) return;
    const { passed, failed } = folder;
    if (folder.name) write(`${failed ? 'FAILED' : 'ok    '} ${folder.name}: ${passed} passed, ${failed} failed`);
    Object.assign(folder, { name, passed: 0, failed: 0 });
  }

  function count(outcome) {
    folder[outcome]++;
    total[outcome]++;
  }

  function print(event, message) {
    const { file, name, nesting } = event;
    const { names, errors } = fileOf(file);
    const path = [...names.slice(0, nesting), name].join(SEPARATOR);
    write(`\n✖ ${path}\n  ${relative('.', file ?? '')}${lineOf(event)}\n${message.replace(/^/gm, '    ')}`);
    // A failure outside the tests of a file is only in its error output.
    if (nesting === 0 && resolve(name) === file) write(errors.trim().replace(/^/gm, '    '));
  }
}

/** A describe() block reports too, but only its tests count. */
const isTest = ({ details }) => details?.type !== 'suite';

/** @returns ":5", the line of the file in the stack, or an empty text. The line of the event is of the compiled file. */
function lineOf({ file, details: { error } }) {
  const call = error.cause?.stack?.split('\n').find((line) => /^ +at /.test(line) && line.includes(file));
  return /:\d+(?=:\d+\)?$)/.exec(call)?.[0] ?? '';
}

/** @returns undefined if another event reports the failure: a block with a failed test, or a test that its block cancelled */
function failureOf({ details: { error } }) {
  if (['subtestsFailed', 'cancelledByParent'].includes(error.failureType)) return undefined;
  const { cause } = error;
  if (!(cause instanceof Error)) return String(cause ?? error.message);
  const thrown = cause.stack?.includes(cause.message) ? cause.stack.split('\n    at ')[0] : `${cause.name}: ${cause.message}`;
  return thrown.trimEnd();
}
