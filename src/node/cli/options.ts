/** Options that several commands have. */
import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_TIMEOUT_SECONDS } from '../io/http.js';

export const jsonOption = (): Option => new Option('--json', 'say it as JSON, for machines');

export const dateOption = (): Option =>
  new Option('--date <date>', 'work as if it were then: 2026-03-02, or 2026-03-02T10:00:00Z (default: now)');

export const secondsOption = (): Option =>
  new Option('--timeout <seconds>', 'how long all requests together may take').default(DEFAULT_TIMEOUT_SECONDS).argParser((text) => {
    const seconds = Number(text);
    if (!(seconds > 0 && seconds <= 600)) throw new InvalidArgumentError('It is a number of seconds, at most 600.');
    return seconds;
  });
