/**
 * Runs the command line in this process, with its own streams. For the start and the end of a process, `spawned` runs it as its own
 * process. That process runs the package as it is published, built once for each test file.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { buildBundles } from '../../../demo/server/bundles.js';
import { CLI_PACKAGE, libraryManifest } from '../../../src/bundler/packages.js';
import { runCommand } from '../../../src/node/cli/program.js';
import { withTerminal, type Terminal } from '../../../src/node/io/terminal.js';
import { PACKAGE } from '../../../src/embed/package-name.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder below the project, so that Node finds the packages. */
const place = makeFolder(join(root, 'node_modules/.cache'));
const tool = join(place, CLI_PACKAGE);
const library = join(tool, 'node_modules', PACKAGE);
const main = join(tool, 'main.js');

let building: Promise<unknown> | undefined;

/** Builds the package and copies the published files of the library beside it, for the first test that needs them. */
function built(): Promise<unknown> {
  return (building ??= install());
}

async function install(): Promise<void> {
  const { buildCli } = await import('../../../src/bundler/build-cli.js'); // imports Vite, which takes half a second
  await Promise.all([buildBundles(), buildCli(tool)]);
  const shipped = /dist(\/(parts(\/.*)?|placard[^/]*|integrity\.json))?$/;
  cpSync(join(root, 'dist'), library, { recursive: true, filter: (from) => shipped.test(from.replaceAll('\\', '/')) });
  writeFileSync(join(library, 'package.json'), JSON.stringify(libraryManifest()));
}

/** Builds the library that `placard build` copies into a site. */
export { buildBundles as bundles };

/**
 * Runs a command in this process, one after the other, because the process has one working folder.
 * @param input text of the pipe
 */
export async function placard(args: readonly string[], { cwd = tmpdir(), input = '' } = {}): Promise<Ran> {
  const ran = queue.then(() => runHere(args, cwd, input));
  queue = ran.catch(() => {});
  return ran;
}

let queue: Promise<unknown> = Promise.resolve();

async function runHere(args: readonly string[], cwd: string, input: string): Promise<Ran> {
  const output = collector();
  const errors = collector();
  const streams: Terminal = { stdin: Readable.from(input ? [input] : []), stdout: output.stream, stderr: errors.stream };
  const before = process.cwd();
  process.chdir(cwd);
  try {
    await withTerminal(streams, () => runCommand(args));
  } finally {
    process.chdir(before);
  }
  return { code: Number(streams.exitCode ?? 0), out: output.text(), err: errors.text() };
}

function collector(): { stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

/** Runs a command as a process of its own. A build of more than 300 items needs one: it runs its own script in threads. */
export async function spawned(args: readonly string[], { cwd = tmpdir(), input = '' } = {}): Promise<Ran> {
  await built();
  return run([main, ...args], cwd, input);
}

/** Runs a command as a process whose pipes are closed, and returns its exit code. */
export async function codeWithoutReader(args: readonly string[], cwd: string): Promise<number | null> {
  await built();
  const child = spawn(process.execPath, [main, ...args], { cwd });
  child.stdout.destroy();
  child.stderr.destroy();
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Returns an empty folder with the package, so that a shell finds `placard` and `npx placard`. */
export async function makeProject(): Promise<string> {
  await built();
  const folder = makeFolder();
  const installed = join(folder, 'node_modules', CLI_PACKAGE);
  for (const parent of [join(folder, 'node_modules/.bin'), dirname(installed)]) mkdirSync(parent, { recursive: true });
  symlinkSync(tool, installed, 'dir');
  symlinkSync(main, join(folder, 'node_modules/.bin/placard'));
  return folder;
}

/** Runs a shell script, which ends with the first command that fails. */
export function shell(script: string, cwd: string): Promise<Ran> {
  const PATH = `${join(cwd, 'node_modules/.bin')}:${process.env.PATH}`;
  return ended(spawn('sh', ['-e', '-c', script], { cwd, env: { ...process.env, PATH } }));
}

/** Runs Node, and returns its output and its exit code. */
export function run(args: readonly string[], cwd: string, input = ''): Promise<Ran> {
  return ended(spawn(process.execPath, args, { cwd }), input);
}

function ended(child: ChildProcessByStdio<Writable, Readable, Readable>, input = ''): Promise<Ran> {
  child.stdin.on('error', () => {}); // the process can end before it reads all input
  child.stdin.end(input);
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (ran.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (ran.err += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
}

/** Runs a command with --json, and returns the JSON and the exit code. */
export async function placardJson<T>(
  args: readonly string[],
  options: { cwd?: string; input?: string } = {},
  run = placard,
): Promise<T & { code: number | null }> {
  const { code, out, err } = await run([...args, '--json'], options);
  try {
    return { ...(JSON.parse(out) as T), code };
  } catch (cause) {
    throw new Error(`The output is not JSON: ${out}${err}`, { cause });
  }
}

/** Returns an empty folder, which is deleted at the end of the process. */
export function makeFolder(below = tmpdir()): string {
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(join(below, 'placard-cli-'));
  folders.push(folder);
  return folder;
}

export const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

export const readJson = <T>(...path: string[]): T => JSON.parse(read(...path)) as T;

/** Writes a file and returns its path. A value that is not a text or bytes is written as JSON. */
export function write(folder: string, name: string, content: unknown): string {
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content, null, 2),
  );
  return join(folder, name);
}
