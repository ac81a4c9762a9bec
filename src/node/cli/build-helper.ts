/// <reference types="node" />
/**
 * A second process that builds a share of a large feed, so that a build uses two cores. It is the same command with two more
 * arguments, and it writes into the folder of the first process.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { BuiltSite, Share } from '../../publish/build-site.js';
import { CliError } from '../io/cli-error.js';

/** Items from which the start of a process is worth its time. */
const MIN_ITEMS = 300;

/** Returns whether a second process makes the build faster. */
export const needsHelper = (items: number): boolean => items >= MIN_ITEMS && availableParallelism() > 1;

/** The result that the helper sends to the first process. */
export type HelperResult = Pick<BuiltSite, 'heavy'>;

export interface Helper {
  /** Waits for the end. @throws CliError if the helper failed */
  result(): Promise<HelperResult>;
  kill(): void;
}

/** Starts this command again for the share 1. */
export function startHelper(staging: string): Helper {
  const child = fork(process.argv[1]!, [...process.argv.slice(2), '--share', staging], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
  let result: HelperResult | undefined;
  child.on('message', (message) => (result = message as HelperResult));
  const closed = once(child, 'close');
  return {
    async result() {
      await closed;
      if (!result) throw new CliError(`A part of the site was not built. ${errors.trim().split('\n')[0] ?? ''}`.trim());
      return result;
    },
    kill: () => void child.kill(),
  };
}

/** Of five items, the helper builds three: the first process also checks the feed and lists the items. */
const isForHelper = (position: number): boolean => position % 5 >= 2;

export const HELPER_SHARE: Share = { owns: isForHelper, isFirst: false };
export const FIRST_SHARE: Share = { owns: (position) => !isForHelper(position), isFirst: true };

export function reportToFirst(result: HelperResult): void {
  process.send?.(result);
  process.disconnect?.();
}
