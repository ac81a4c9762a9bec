/** Tests the published command line, installed beside the library, and from a clone by the command of the README. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { CLI_PACKAGE, ROOT } from '../../../src/bundler/packages.js';
import { PACKAGE } from '../../../src/embed/package-name.js';
import { makeFolder, read } from '../cli/cli.js';
import { INSTALL } from '../../support/doc-samples.js';
import { filesIn, install, installedIn, megabytes, pack, succeed } from './install.js';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const sample = join(ROOT, 'demo/feed.json');

describe('the command line, installed', () => {
  let folder: string;
  before(async () => (folder = await install(...(await pack()))));

  it('installs its dependencies, and has no Zod of its own', (test) => {
    const names = installedIn(folder);
    test.diagnostic(`${names.length} packages, ${megabytes(join(folder, 'node_modules')).toFixed(1)} MB`);
    for (const name of [PACKAGE, CLI_PACKAGE, 'commander', 'jsdom', 'parse5']) assert.ok(names.includes(name), name);
    // The driver of Chromium brings one, for pictures alone.
    const own = filesIn(join(folder, 'node_modules', CLI_PACKAGE)).filter((file) => /^(main|chunks\/.*)\.js$/.test(file));
    for (const file of own) assert.doesNotMatch(read(folder, 'node_modules', CLI_PACKAGE, file), /from ["']zod/, file);
  });

  it('has the version of the library', async () => {
    const { out } = await succeed('npx --no-install placard --version', folder);
    assert.equal(out, `${version}\n`);
    assert.equal(JSON.parse(read(folder, 'node_modules', PACKAGE, 'package.json')).version, version);
  });

  it('validates the sample feed', async () => {
    const { out } = await succeed(`npx --no-install placard validate "${sample}" --json`, folder);
    assert.equal((JSON.parse(out) as { ok: boolean }).ok, true);
  });

  it('builds the sample site with the files of the library, byte for byte', async () => {
    await succeed(`npx --no-install placard build "${sample}" --out public --base-url https://cases.example.org/`, folder);
    const assets = join(folder, 'public/assets');
    const shipped = join(assets, readdirSync(assets)[0]!);
    const library = join(folder, 'node_modules', PACKAGE);
    for (const file of ['placard.js', 'placard-loader.js', 'integrity.json', 'placard-page.css'])
      assert.ok(readFileSync(join(shipped, file)).equals(readFileSync(join(library, file))), file);
    assert.ok(existsSync(join(folder, 'public/kz-accreditation-2025/index.html')));
    assert.equal(read(folder, 'public/schema.json').trim(), read(library, 'schema.json').trim());
  });

  it('cannot be imported', async () => {
    const { out } = await succeed(
      `node -e "for (const path of ['', '/main.js', '/chunks/build.js']) import('${CLI_PACKAGE}' + path).catch(({ code }) => console.log(code))"`,
      folder,
    );
    assert.deepEqual([...new Set(out.trim().split('\n'))], ['ERR_PACKAGE_PATH_NOT_EXPORTED']);
  });

  it('has only the built files', () => {
    const others = filesIn(join(folder, 'node_modules', CLI_PACKAGE)).filter(
      (file) => !/^(main\.js|chunks\/\w[\w-]*\.js|package\.json|README\.md|LICENSE|studio\/.*)$/.test(file),
    );
    assert.deepEqual(others, []);
  });
});

it('installs both packages from a clone by the command of the README', async () => {
  assert.ok(readFileSync(join(ROOT, 'README.md'), 'utf8').includes(INSTALL));
  const prefix = makeFolder();
  await succeed(`npm_config_prefix="${prefix}" ${INSTALL} --prefer-offline --no-audit --no-fund`, ROOT);
  const { out } = await succeed(`PATH="${join(prefix, 'bin')}:$PATH" placard validate "${sample}" --json`, prefix);
  assert.equal((JSON.parse(out) as { ok: boolean }).ok, true);
});
