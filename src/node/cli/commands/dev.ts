/** `placard dev`: builds the site at each save, and serves it on this machine with a preview that reloads. */
import type { Command } from 'commander';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { watch } from 'node:fs';
import { lintFeed } from '../../../lint/lint-feed.js';
import { hasError, type Problem } from '../../../lint/problem.js';
import { CliError } from '../../io/cli-error.js';
import { parseDateOption } from '../../io/clock.js';
import { isFolder, readFeedSource } from '../../io/feed-source.js';
import { isUrl } from '../../io/http.js';
import { parsePort } from '../../io/port.js';
import { writeError, writeLine } from '../../io/output.js';
import { servePreview, type Preview } from '../../io/preview-server.js';
import { writeProblems } from '../report.js';
import { buildInto } from './build.js';

interface Options {
  port: string;
  lan?: boolean;
}

export function addDev(program: Command): void {
  program
    .command('dev')
    .description('build at each save, and show a preview in a browser')
    .argument('<feed>', 'your file, or your folder of item files')
    .option('--port <number>', 'port of the preview; 0 chooses a free one', '4630')
    .option('--lan', 'also serve other devices of this network, such as a telephone')
    .addHelpText(
      'after',
      `
It writes only to a temporary folder, which it deletes at the end. Stop it with Ctrl-C.
The address has a token of this start: only a browser that has it sees the preview.`,
    )
    .action(run);
}

/** ms, in which several events of one save count as one. */
const SAVE_MS = 100;

async function run(name: string, { port, lan = false }: Options): Promise<void> {
  if (isUrl(name)) throw new CliError(`${name} is an address. Name your own file or folder.`);
  const { preview, rebuild, close } = await openPreview(name, parsePort(port), lan);
  try {
    writeLine(`Preview: ${preview.url}`);
    for (const address of preview.lanUrls) writeLine(`In this network: ${address}`);
    await watchUntilStopped(name, rebuild);
  } finally {
    await close();
  }
}

interface OpenPreview {
  readonly preview: Preview;
  /** Builds the site again, and reloads the pages that show it. */
  rebuild(): Promise<void>;
  /** Deletes the built site too. */
  close(): Promise<void>;
}

/** Builds a site into a temporary folder, and serves it on this machine. */
export async function openPreview(name: string, port: number, lan = false): Promise<OpenPreview> {
  const place = await mkdtemp(join(tmpdir(), 'placard-dev-'));
  const out = join(place, 'site');
  const remove = () => rm(place, { recursive: true, force: true });
  try {
    const preview = await servePreview({ folder: out, port, lan });
    const rebuild = () => update(name, out, preview);
    await rebuild();
    return { preview, rebuild, close: async () => void (await preview.close(), await remove()) };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

/** Builds the site, and shows the problems in the terminal and in the preview. A feed with an error leaves the last site. */
async function update(name: string, out: string, preview: Preview): Promise<void> {
  const { ms: now } = parseDateOption(undefined);
  let problems: readonly Problem[] = [];
  try {
    const source = await readFeedSource(name);
    ({ problems } = lintFeed(source.text, { now }));
    const broken = hasError(problems);
    // A new folder for each save, so that an unfinished edit does not need "placard revise".
    if (!broken) await rm(out, { recursive: true, force: true });
    const built = broken ? undefined : await buildInto(name, source, { out, baseUrl: preview.base });
    preview.show({ problems, pages: built?.pages });
  } catch (thrown) {
    const message = (thrown as Error).message;
    problems = [{ level: 'error', code: 'not-built', path: '', message, fix: 'Fix it, and save again.' }];
    preview.show({ problems, pages: undefined });
  }
  writeError(`${new Date().toISOString().slice(11, 19)} ${name}`);
  writeProblems(problems);
}

async function watchUntilStopped(name: string, onSave: () => Promise<void>): Promise<void> {
  // Editors replace a file by another one, so the folder is watched.
  const watcher = watch((await isFolder(name)) ? name : dirname(resolve(name)));
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('change', (_, file) => {
    if (file && !String(file).endsWith('.json')) return;
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(onSave)), SAVE_MS);
  });
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  clearTimeout(timer);
  watcher.close();
  await running;
}
