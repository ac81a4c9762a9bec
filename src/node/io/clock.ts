/** The time that a command uses: now, or the value of `--date`, so that a result can be repeated. */
import { toEpochMs, parseDate } from '../../feed/values/partial-date.js';
import type { EditTime } from '../../revise/edit-time.js';
import { CliError } from './cli-error.js';

/**
 * Returns the time of `--date`, or the present time without it.
 * @param date a day (its first moment in UTC), or an RFC 3339 instant
 * @throws CliError for any other text
 */
export function parseDateOption(date: string | undefined): EditTime {
  const text = date ?? new Date().toISOString().replace(/\.\d+/, '');
  const parts = parseDate(text);
  if (!parts?.day) throw new CliError(`--date ${text} is not a date. Write it as 2026-03-02 or 2026-03-02T10:00:00Z.`);
  return { instant: parts.time ? text : `${text}T00:00:00Z`, day: text.slice(0, 10), asGiven: text, ms: toEpochMs(parts) };
}
