/// <reference types="node" />
/**
 * A second thread that checks and builds items of a large feed, so that a build uses two cores. It runs the same command, and writes
 * into the folder of the first thread. It gets a few items at a time, and never the whole feed, which would need twice the memory.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { LintOptions } from '../../lint/lint-feed.js';
import type { Problem } from '../../lint/problem.js';
import type { BuiltItem, ItemJob, SiteSettings } from '../../publish/build-item.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { CliError, EXIT } from '../io/cli-error.js';

/** Items from which the start of a thread is worth its time. */
const MIN_ITEMS = 300;
/** Turns that wait in the helper while it works on another one. */
const MAX_WAITING = 1;
/** Threads; more of them would need more memory than they save time. */
const MAX_HELPERS = 3;
/** MB. Items are soon forgotten, so that a small space for new objects is enough. */
const YOUNG_SPACE = 6;

/** Returns how many threads beside this one make the build faster. */
export const helpersFor = (items: number): number => (items >= MIN_ITEMS ? Math.min(availableParallelism() - 1, MAX_HELPERS) : 0);

/** Work of the helper. */
export interface Work {
  lint(document: FeedDocument, options: LintOptions): Promise<Problem[]>;
  build(settings: SiteSettings, jobs: readonly ItemJob[]): Promise<BuiltItem[]>;
}

interface Task {
  readonly kind: 'placard-build';
  readonly staging: string;
}

/** Returns the folder that this thread writes into; undefined in the first thread. */
export function helperFolder(): string | undefined {
  const task = Object(workerData) as Partial<Task>;
  return !isMainThread && task.kind === 'placard-build' ? task.staging : undefined;
}

export interface Helper extends Work {
  /** Whether it has less to do than it can take. */
  isFree(): boolean;
  stop(): Promise<unknown>;
}

/** Runs this command in a second thread. */
export function startHelper(staging: string): Helper {
  const worker = new Worker(process.argv[1]!, {
    argv: process.argv.slice(2),
    workerData: { kind: 'placard-build', staging } satisfies Task,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_SPACE },
  });
  const waiting: { done(result: unknown): void; fail(error: Error): void }[] = [];
  let reason = 'A part of the site was not built.';
  worker.on('message', (result) => waiting.shift()?.done(result));
  worker.on('error', (error) => (reason = (error as Error).message));
  worker.on('exit', () => {
    for (const { fail } of waiting.splice(0)) fail(new CliError(reason, EXIT.invalid));
  });
  const ask = <T>(name: keyof Work, ...args: unknown[]): Promise<T> => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage([name, ...args]);
    const answer = new Promise<T>((done, failed) => waiting.push({ done: done as (result: unknown) => void, fail: failed }));
    answer.catch(() => {}); // who waits for it gets the error
    return answer;
  };
  return {
    isFree: () => waiting.length <= MAX_WAITING,
    lint: (...args) => ask('lint', ...args),
    build: (...args) => ask('build', ...args),
    stop: () => worker.terminate(),
  };
}

export const stopAll = (helpers: readonly Helper[]): Promise<unknown> => Promise.all(helpers.map((helper) => helper.stop()));

/** Answers the first thread, one question after the other, until it ends this thread. */
export function answerFirst(work: Work): void {
  let last = Promise.resolve();
  parentPort!.on('message', ([name, ...args]: [keyof Work, ...never[]]) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    last = last.then(async () => parentPort!.postMessage(await (work[name] as (...args: never[]) => Promise<unknown>)(...args)));
  });
}

/** Gives each turn to a helper that is free, else to this thread. Returns all results, in any order. */
export async function shareTurns<Turn, Result>(
  turns: AsyncIterable<Turn> | Iterable<Turn>,
  own: (turn: Turn) => Promise<readonly Result[]>,
  helpers: readonly Helper[],
  run: (helper: Work, turn: Turn) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  const asked: Promise<void>[] = [];
  const collect = async (found: Promise<readonly Result[]>) => void results.push(...(await found));
  for await (const turn of turns) {
    const free = helpers.find((helper) => helper.isFree());
    if (!free) {
      await collect(own(turn));
      await hearAnswers();
      continue;
    }
    const answer = collect(run(free, turn));
    answer.catch(() => {}); // thrown at the end
    asked.push(answer);
  }
  await Promise.all(asked);
  return results;
}

/** The answers of helpers arrive between two tasks of this thread. */
const hearAnswers = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
