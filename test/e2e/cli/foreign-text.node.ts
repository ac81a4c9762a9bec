/** Tests foreign text in the output: it cannot begin a line, move the cursor, or become part of a suggested command. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeFolder, placard, shell, write } from './cli.js';
import { soundFeed, TODAY, withPart, type Json } from './feeds.js';

const FORGED = 'feed.json: no problems';
const HOSTILE = `x\n${FORGED}\u2028${FORGED}\r\u001b[2K\u202e${FORGED}\u0085${FORGED}`;
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Checks that each line is the tool's own, or has a mark before foreign text. */
function checkLines(text: string, own: RegExp): void {
  assert.doesNotMatch(text, UNSEEN);
  for (const line of text.split('\n')) assert.match(line, own);
}

describe('foreign text', () => {
  it('does not begin a line of "validate", on a terminal or in JSON', async () => {
    const feed = withPart('/items/0/_placard/cases/0/status', HOSTILE, withPart('/items/0/_placard/cases/0/forum', ' '));
    const file = write(makeFolder(), 'feed.json', withPart('/items/0/_placard/actions/0/contact', HOSTILE, feed));
    const { code, out, err } = await placard(['validate', file, '--date', TODAY]);
    assert.equal(code, 1);
    checkLines(out + err, /^(\/.*feed\.json: 3 errors|(error|warning) .*|\s{9}\S.*|)$/);
    const { out: json } = await placard(['validate', file, '--date', TODAY, '--json']);
    assert.doesNotMatch(json, UNSEEN);
    assert.ok((JSON.parse(json) as { problems: unknown[] }).problems.length >= 3);
  });

  it('has a mark before it in each line of "revise"', async () => {
    const folder = makeFolder();
    const before = soundFeed() as Json & { items: Json[] };
    const previous = write(folder, 'before.json', before);
    const hostile = { ...before.items[0], id: HOSTILE, title: HOSTILE, summary: HOSTILE, content_text: `a\n${FORGED}\n\nb\n${FORGED}` };
    const file = write(folder, 'feed.json', { ...before, items: [...before.items, hostile] });
    const { code, out } = await placard(['revise', file, '--previous', previous, '--dry-run', '--date', TODAY]);
    assert.equal(code, 0);
    checkLines(out, /^(\/.*feed\.json would be ready to publish.*|Item "x .*|\s+[-+] .*|\s{2}[A-Z].*|)$/);
  });

  it('is one argument in a suggested command', async () => {
    const ids = ["a'b", 'a;touch pwned', '$(touch pwned)', '`touch pwned`', 'a b', '-x', '--key=x', '${IFS}', '"', 'a&touch pwned'];
    const folder = makeFolder();
    const sound = soundFeed() as Json & { items: Json[] };
    const others = ids.map((id) => ({ ...sound.items[0], id }));
    const previous = write(folder, 'before.json', { ...sound, items: [...sound.items, ...others] });
    const file = write(folder, 'feed.json', sound);
    const { out } = await placard(['revise', file, '--previous', previous, '--dry-run', '--date', TODAY], { cwd: folder });
    const commands = [...out.matchAll(/run: (placard .*)$/gm)].map(([, command]) => command);
    const { out: args } = await shell(['placard() { printf "<%s>" "$@"; echo; }', ...commands, 'test ! -e pwned'].join('\n'), folder);
    assert.deepEqual(
      args.trimEnd().split('\n'),
      ids.map((id) => `<revise><${file}><--retract><REASON><--item=${id}>`),
    );
  });

  it('is replaced by a placeholder in a suggested command if it has control characters', async () => {
    const folder = makeFolder();
    const sound = soundFeed() as Json & { items: Json[] };
    const previous = write(folder, 'before.json', { ...sound, items: [...sound.items, { ...sound.items[0], id: 'a\ntouch pwned' }] });
    const { out } = await placard(['revise', write(folder, 'feed.json', sound), '--previous', previous, '--dry-run', '--date', TODAY]);
    assert.match(out, /--item=ID$/m);
    assert.doesNotMatch(out, /^touch/m);
  });
});
