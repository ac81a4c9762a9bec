// Each example passes its framework's checker; and to be sure that this means something, each fails once an attribute, a value or
// an event's field is wrong.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const EXAMPLES = {
  'Case.tsx': ['tsc'],
  'Case.vue': ['vue-tsc'],
  'Case.svelte': ['svelte-check', '--tsconfig', 'tsconfig.json', '--threshold', 'error'],
};
const MISTAKES = [
  ['theme="auto"', 'theme="pink"'],
  ['heading-level={3}', 'heading-level={9}'],
  ['event.action.type', 'event.action.price'],
  ['event.error.code', 'event.error.color'],
];
let failed = 0;

for (const [file, [command, ...args]] of Object.entries(EXAMPLES)) {
  const source = readFileSync(join(here, file), 'utf8');
  expect(`${file} passes`, check(file, source), true);
  for (const [right, wrong] of MISTAKES) {
    const [its, broken] = file.endsWith('.vue') ? [asVue(right), asVue(wrong)] : [right, wrong];
    if (!source.includes(its)) throw new Error(`${file} has no ${its}.`);
    expect(`${file} fails with ${broken}`, check(file, source.replace(its, broken)), false);
  }

  /** In a folder of its own, so that one mistake is one mistake. */
  function check(name, text) {
    const folder = mkdtempSync(join(here, '.check-'));
    try {
      writeFileSync(join(folder, name), text);
      const config = readFileSync(join(here, 'tsconfig.json'), 'utf8').replaceAll('"../../dist/', '"../../../dist/');
      writeFileSync(join(folder, 'tsconfig.json'), config);
      cpSync(join(here, 'package.json'), join(folder, 'package.json'));
      writeFileSync(join(folder, 'svelte.config.js'), 'export default {};\n'); // else it takes the vite.config.ts further up
      symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'), 'dir');
      return spawnSync(join(here, 'node_modules/.bin', command), args, { cwd: folder, encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
function asVue(text) {
  return text.replace(/=\{(.*)\}/, '="$1"');
}

process.exitCode = failed ? 1 : 0;

function expect(what, { status, stdout, stderr }, passes) {
  const ok = (status === 0) === passes;
  if (!ok) failed++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what}`);
  if (!ok) console.log(stdout + stderr);
}
