/** The moment that a command works with: now, or what `--date` says, so that a result can be had again. */
import { instant, parseDate } from '../../feed/values/partial-date.js';
import { CliError } from './cli-error.js';

export interface CommandTime {
  /** RFC 3339, in whole seconds: `2026-03-02T10:00:00Z`. */
  readonly instant: string;
  /** `2026-03-02` */
  readonly day: string;
  /** As precise as it was said: a day where `--date` named no time. */
  readonly asGiven: string;
  /** ms since 1970 */
  readonly ms: number;
}

/** @param date a day (its first moment, UTC) or an RFC 3339 instant; the clock's own time without it. @throws Failure for anything else */
export function parseDateOption(date: string | undefined): CommandTime {
  const text = date ?? new Date().toISOString().replace(/\.\d+/, '');
  const parts = parseDate(text);
  if (!parts?.day) throw new CliError(`--date ${text} is no day and no moment. Write it as 2026-03-02 or 2026-03-02T10:00:00Z.`);
  return { instant: parts.time ? text : `${text}T00:00:00Z`, day: text.slice(0, 10), asGiven: text, ms: instant(parts) };
}
