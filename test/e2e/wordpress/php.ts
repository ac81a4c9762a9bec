/** PHP as the tests of the plugin need it: it runs scripts, and serves a site. This one is the system's. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { untilAnswered } from '../../support/processes.mjs';

const run = promisify(execFile);
const START_MS = 60_000;
/** PHP names the command of another version. */
const { PHP = 'php' } = process.env;

interface Php extends AsyncDisposable {
  /** Runs the file, and returns what it prints. */
  run(script: string): Promise<string>;
  /** Serves the folder of a WordPress at an address of this machine. */
  serve(site: string, url: string): Promise<void>;
}

/** Opens PHP for the files of a folder. The database listens at a socket. */
export type OpenPhp = (folder: string, socket: string) => Promise<Php>;

/** Keeps the compiled WordPress in files, because each script is a process. A changed file is compiled again. */
const keepCompiled = (folder: string): string[] =>
  ['enable_cli=1', 'revalidate_freq=0', `file_cache=${folder}`].flatMap((setting) => ['-d', `opcache.${setting}`]);

export const openSystemPhp: OpenPhp = async (folder) => {
  const compiled = join(folder, 'compiled');
  mkdirSync(compiled);
  const settings = keepCompiled(compiled);
  let end = async (): Promise<void> => {};
  return {
    async run(script) {
      return (await run(PHP, [...settings, '-d', 'display_errors=stderr', script], { maxBuffer: 2 ** 26 })).stdout;
    },
    async serve(site, url) {
      // The memory is the default of PHP for servers.
      const limits = ['upload_max_filesize=16M', 'post_max_size=16M', 'memory_limit=128M'].flatMap((limit) => ['-d', limit]);
      const server = spawn(PHP, [...settings, ...limits, '-S', new URL(url).host, '-t', site], {
        cwd: site,
        env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
        stdio: 'ignore',
        detached: true, // its workers are processes of its group
      });
      end = async () => {
        if (server.exitCode !== null) return;
        const gone = once(server, 'close');
        process.kill(-server.pid!);
        await gone;
      };
      await untilAnswered(() => fetch(`${url}/wp-login.php`), server, START_MS);
    },
    [Symbol.asyncDispose]: () => end(),
  };
};
