// Packs the package, installs the tarball in an empty folder and imports there, in plain Node, every path that
// package.json publishes: this is what a user of the package gets, not what lies in the repository.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function importEachPath(run) {
  const folder = await mkdtemp(join(tmpdir(), 'placard-'));
  try {
    const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder]);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...quiet, `./${packed.trim().split('\n').at(-1)}`], {}, folder);
    const source = (await publishedPaths()).map(importing).join('\n');
    await writeFile(join(folder, 'import.js'), `${source}\n`);
    await run(process.execPath, ['import.js'], {}, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishedPaths() {
  const { name, exports } = JSON.parse(await readFile('package.json', 'utf8'));
  const locales = (await readdir('dist/locales')).filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -'.js'.length));
  return Object.keys(exports)
    .flatMap((path) => (path.includes('*') ? locales.map((locale) => path.replace('*', locale)) : path))
    .map((path) => name + path.slice(1));
}

/** Each failure is told, not only the first. */
function importing(path) {
  const options = path.endsWith('.json') ? `, { with: { type: 'json' } }` : '';
  return `await import('${path}'${options}).catch((error) => { console.error('${path}:', error); process.exitCode = 1; });`;
}
