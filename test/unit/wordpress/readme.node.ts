/** Tests the readme of the WordPress plugin by the rules of wordpress.org's readme validator, and against the header of the plugin. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { ROOT } from '../../../src/bundler/packages.js';

const read = (name: string) => readFileSync(join(ROOT, 'src/wordpress', name), 'utf8');
const [head = '', ...sections] = read('readme.txt').split(/^== (.+) ==$/m);
const field = (text: string, name: string) => new RegExp(`^(?: \\* )?${name}: *(.+)$`, 'm').exec(text)?.[1];

describe('the readme of the WordPress plugin', () => {
  it('has the name, the fields and the short description that wordpress.org reads', () => {
    assert.match(head, /^=== Placard ===\n/);
    for (const name of [
      'Contributors',
      'Tags',
      'Requires at least',
      'Tested up to',
      'Requires PHP',
      'Stable tag',
      'License',
      'License URI',
    ])
      assert.ok(field(head, name), name);
    assert.ok(field(head, 'Tags')!.split(',').length <= 5, 'wordpress.org shows five tags');
    for (const name of ['Requires at least', 'Tested up to']) assert.match(field(head, name)!, /^\d+\.\d+$/);
    const [, description] = head.trim().split('\n\n');
    assert.ok(description!.length <= 150, 'wordpress.org cuts a short description at 150 characters');
    assert.doesNotMatch(description!, /[`*_[\]<>]/, 'it has no markup');
  });

  it('says the same as the header of the plugin', () => {
    const header = read('placard.php');
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
      assert.equal(field(header, name), field(head, name), name);
    assert.equal(field(header, 'Version'), field(head, 'Stable tag'));
  });

  it('has the sections that wordpress.org shows, each once', () => {
    const names = sections.filter((_, index) => index % 2 === 0);
    assert.deepEqual(names, ['Description', 'Installation', 'Frequently Asked Questions', 'Changelog']);
    assert.match(sections.at(-1)!, /^= [\d.]+ =$/m);
  });
});
