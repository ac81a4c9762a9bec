// Reports a run of Node's test runner: a line a folder while all is well; of a failure the full name, the place, and the difference.
import { dirname, relative } from 'node:path';

const SEPARATOR = ' › ';

/** One handler for each type of event, and `end()` for the totals. */
export function failuresReporter(write = (line) => console.log(line)) {
  const total = { passed: 0, failed: 0 };
  const files = new Map();
  const folder = { name: undefined, passed: 0, failed: 0 }; // the runner reports one file after the other

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
    /** @returns how many tests passed and failed, both in all */
    end() {
      enter(undefined);
      return total;
    },
  };

  function fileOf(name = '') {
    if (!files.has(name)) files.set(name, { names: [], printed: false, errors: '' });
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

  function print({ file, name, nesting, line }, message) {
    const { names, errors, printed } = fileOf(file);
    const path = [...names.slice(0, nesting), name].join(SEPARATOR);
    write(`\n✖ ${path}\n  ${relative('.', file ?? '')}${line ? `:${line}` : ''}\n${message.replace(/^/gm, '    ')}`);
    // A file that broke outside its tests has its reason there.
    if (nesting === 0 && !printed && errors) write(errors.replace(/^/gm, '    '));
    fileOf(file).printed = true;
  }
}

/** A describe() block reports too; only its tests count. */
const isTest = ({ details }) => details?.type !== 'suite';

/** Undefined where another event tells it: a block whose test failed, a test that fell with its block. */
function failureOf({ details: { error } }) {
  if (['subtestsFailed', 'cancelledByParent'].includes(error.failureType)) return undefined;
  const { cause } = error;
  if (!(cause instanceof Error)) return String(cause ?? error.message);
  const thrown = cause.stack?.includes(cause.message) ? cause.stack.split('\n    at ')[0] : `${cause.name}: ${cause.message}`;
  return thrown.trimEnd();
}
