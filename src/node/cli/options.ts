/** Options of several commands. */
import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_TIMEOUT_SECONDS } from '../io/http.js';

const MAX_TIMEOUT_SECONDS = 600;

export const jsonOption = (): Option => new Option('--json', 'print JSON');

export const dateOption = (): Option => new Option('--date <date>', 'use this date instead of now: 2026-03-02, or 2026-03-02T10:00:00Z');

export const secondsOption = (): Option =>
  new Option('--timeout <seconds>', 'timeout for all requests together, in seconds').default(DEFAULT_TIMEOUT_SECONDS).argParser((text) => {
    const seconds = Number(text);
    if (!(seconds > 0 && seconds <= MAX_TIMEOUT_SECONDS))
      throw new InvalidArgumentError(`Write a number of seconds, at most ${MAX_TIMEOUT_SECONDS}.`);
    return seconds;
  });

/** Collects the values of an option that may be repeated. */
export const collect = (value: string, values: readonly string[] = []): string[] => [...values, value];
