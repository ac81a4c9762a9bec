/** Tests the PHP of the WordPress plugin by its syntax tree: it is that of PHP 7.4, and it checks and escapes what it gets. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Engine, type Node } from 'php-parser';
import { filesBelow } from '../../../src/bundler/files-below.js';
import { ROOT } from '../../../src/bundler/packages.js';
import { isSafeFolderName } from '../../../src/publish/folder-name.js';

const folder = join(ROOT, 'src/wordpress');
const engine = new Engine({ parser: { version: '7.4', extractDoc: false, suppressErrors: false }, ast: { withPositions: true } });
const trees = filesBelow(folder)
  .filter((path) => path.endsWith('.php'))
  .map((path) => ({ path, tree: engine.parseCode(readFileSync(join(folder, path), 'utf8'), path) as Node }));

/** Yields each node of a tree. */
function* nodesOf(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value) yield value as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) if (name !== 'loc') yield* nodesOf(member);
}

const nameIn = (node: unknown): string => String((Object(node) as { name?: unknown }).name ?? '');
const callsIn = (tree: Node) =>
  [...nodesOf(tree)]
    .filter(({ kind }) => kind === 'call')
    .map(({ what, arguments: args }) => ({ name: nameIn(what), args: args as unknown[] }));

/** Functions of PHP 8. The plugin does not need them. */
const PHP_8 =
  /^(str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type|get_resource_id|fdiv|preg_last_error_msg|array_find|json_validate|mb_str_pad)$/;

/** Functions whose result may be printed: they escape. `print_*` of this plugin print escaped text. */
const ESCAPES = /^(esc_html|esc_attr|esc_url|esc_html__|esc_html_e|wp_nonce_field)$/;

describe('the PHP of the WordPress plugin', () => {
  it('is parsed by the grammar of PHP 7.4, which rejects newer syntax', () => {
    assert.ok(trees.length > 10);
    for (const newer of ['match ($a) { default => 1 };', '$a?->b();', 'f(a: 1);', '$a = $b ?? throw new E();', 'try {} catch (E) {}'])
      assert.throws(() => engine.parseCode(`<?php ${newer}`, 'newer.php'), newer);
  });

  it('has no class, union, attribute or newer type, which that grammar does not reject', () => {
    const newer = /^(class|uniontype|intersectiontype|attrgroup|enum)$/;
    const found = trees.flatMap(({ path, tree }) =>
      [...nodesOf(tree)].flatMap((node) =>
        newer.test(String(node.kind)) ||
        (node.kind === 'typereference' && !/^(array|string|int|bool|float|callable)$/.test(String(node.name)))
          ? [`${path}: ${String(node.kind)}`]
          : [],
      ),
    );
    assert.deepEqual(found, []);
  });

  it('calls no function of PHP 8', () => {
    const found = trees.flatMap(({ path, tree }) => callsIn(tree).flatMap(({ name }) => (PHP_8.test(name) ? [`${path}: ${name}`] : [])));
    assert.deepEqual(found, []);
  });

  it('prints only what is escaped', () => {
    const unsafe: string[] = [];
    for (const { path, tree } of trees) {
      const printed = [
        ...[...nodesOf(tree)].filter(({ kind }) => kind === 'echo').flatMap(({ expressions }) => expressions as unknown[]),
        ...callsIn(tree).flatMap(({ name, args }) => (name === 'printf' ? args : [])),
      ];
      for (const each of printed) if (!isSafe(each)) unsafe.push(`${path}:${lineOf(each)}`);
    }
    assert.deepEqual(unsafe, []);
    assert.ok(
      !isSafe(
        (engine.parseCode('<?php echo $title;', 'x.php') as unknown as { children: { expressions: unknown[] }[] }).children[0]!
          .expressions[0],
      ),
    );
  });

  it('checks a nonce and a capability before it reads a form', () => {
    for (const { path, tree } of trees) {
      const functions = [...nodesOf(tree)].filter(({ kind }) => kind === 'function' || kind === 'closure');
      for (const each of functions) {
        const nodes = [...nodesOf(each)];
        if (!nodes.some((node) => node.kind === 'variable' && /^_(POST|GET|REQUEST)$/.test(String(node.name)))) continue;
        const names = nodes.filter(({ kind }) => kind === 'call').map(({ what }) => nameIn(what));
        const form = nodes.findIndex((node) => node.kind === 'variable' && /^_(POST|GET|REQUEST)$/.test(String(node.name)));
        const before = (name: string) => nodes.findIndex((node) => node.kind === 'call' && nameIn(node.what) === name);
        for (const name of ['check_admin_referer', 'current_user_can'])
          assert.ok(names.includes(name) && before(name) < form, `${path}: ${name} is not before the form is read`);
      }
    }
  });

  it('knows the folders of items by the same names as the site', () => {
    const [, names] = /\^\(([a-z|\\d-]+)\)\(/.exec(readFileSync(join(folder, 'includes/discover.php'), 'utf8')) ?? [];
    assert.ok(names);
    for (const name of names.replaceAll('\\d', '1').split('|')) assert.equal(isSafeFolderName(name), false, name);
    const [, own] = /\^\(([a-z|\\d-]+)\)\(/.exec(readFileSync(join(ROOT, 'src/publish/folder-name.ts'), 'utf8')) ?? [];
    assert.equal(names, own);
  });
});

function isSafe(node: unknown): boolean {
  const { kind, left, right, trueExpr, falseExpr, what, type } = Object(node) as Record<string, unknown>;
  if (kind === 'string' || kind === 'number') return true;
  if (kind === 'bin' && type === '.') return isSafe(left) && isSafe(right);
  if (kind === 'retif') return isSafe(trueExpr) && isSafe(falseExpr);
  return kind === 'call' && ESCAPES.test(nameIn(what));
}

const lineOf = (node: unknown): number | undefined => (Object(node) as { loc?: { start: { line: number } } }).loc?.start.line;
