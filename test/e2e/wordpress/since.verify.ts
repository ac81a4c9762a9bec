/** Tests that WordPress 6.0 has each function and hook that the plugin uses: by the release that WordPress's own comments name. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { filesBelow } from '../../../src/bundler/files-below.js';
import { ROOT } from '../../../src/bundler/packages.js';

const PLUGIN = join(ROOT, 'src/wordpress');
const OLDEST = /^ \* Requires at least: ([\d.]+)$/m.exec(readFileSync(join(PLUGIN, 'placard.php'), 'utf8'))![1]!;

/** A comment and what follows it: a function, or the call that runs a hook. */
const COMMENT = /\/\*\*((?:(?!\*\/)[^])*)\*\//.source;
const FUNCTION = new RegExp(`${COMMENT}\\s*function &?(\\w+)\\(`, 'g');
const HOOK = new RegExp(`${COMMENT}[^;{}]*?(?:do_action|apply_filters)(?:_ref_array)?\\(\\s*(['"][^'"]+['"])`, 'g');

/** Hooks with another name than in the comment: those of a library in WordPress since 4.7, of `admin_post_{$action}`, and of this plugin. */
const OTHERS = /^(requests-|admin_post_placard$|placard_)/;

/** Words of PHP that a bracket can follow. */
const KEYWORDS = ['array', 'catch', 'elseif', 'empty', 'exit', 'foreach', 'function', 'if', 'isset', 'list', 'return', 'use'];

/** Returns the release that has each function or hook first, by its name. */
function releases(sources: string[], pattern: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of sources)
    for (const [, comment, name] of source.matchAll(pattern)) {
      const since = /@since (?:MU \()?([\d.]+)/.exec(comment!)?.[1];
      if (since) found.set(name!.replace(/['"]/g, ''), since);
    }
  return found;
}

const namesIn = (source: string, pattern: RegExp): string[] => [...source.matchAll(pattern)].map(([, name]) => name!);
const isNewer = (release: string): boolean => release.localeCompare(OLDEST, 'en', { numeric: true }) > 0;

describe('the oldest WordPress that the plugin promises', () => {
  let wordpress: string[];
  let plugin: string;

  before(() => {
    const folders = ['wp-includes', 'wp-admin/includes'].map((name) => join('/usr/share/wordpress', name));
    const paths = folders.flatMap((folder) => filesBelow(folder).map((path) => join(folder, path)));
    paths.push('/usr/share/wordpress/wp-settings.php');
    wordpress = paths.filter((path) => path.endsWith('.php')).map((path) => readFileSync(path, 'utf8'));
    const code = filesBelow(PLUGIN).filter((path) => path.endsWith('.php'));
    plugin = code.map((path) => readFileSync(join(PLUGIN, path), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')).join('\n');
  });

  it('has each function', () => {
    const own = namesIn(plugin, /function (\w+)\(/g);
    const { internal } = JSON.parse(execFileSync('php', ['-r', 'echo json_encode(get_defined_functions());'], { encoding: 'utf8' })) as {
      internal: string[];
    };
    const known = new Set([...own, ...internal, ...KEYWORDS, 'amp_is_request']); // The plugin asks whether AMP has its function.
    const used = namesIn(plugin, /(?<![>:$\w]\s*|new \\?)\b([a-z]\w+)\s?\(/g).filter((name) => !known.has(name));
    assert.ok(used.includes('wp_kses') && used.includes('wp_safe_remote_get'));
    const since = releases(wordpress, FUNCTION);
    assert.ok(isNewer(since.get('wp_cache_supports') ?? ''), 'a function of 6.1');
    const newer = [...new Set(used)].filter((name) => isNewer(since.get(name) ?? '99'));
    assert.deepEqual(newer, []);
  });

  it('has each hook', () => {
    const used = namesIn(plugin, /\badd_(?:action|filter)\(\s*'([^']+)'/g).filter((name) => !OTHERS.test(name));
    assert.ok(used.includes('save_post') && used.includes('rest_api_init'));
    const since = releases(wordpress, HOOK);
    const newer = [...new Set(used)].filter((name) => isNewer(since.get(name) ?? '99'));
    assert.deepEqual(newer, []);
  });
});
