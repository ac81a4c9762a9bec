/**
 * Everything that is wrong in a feed, and everything that may harm somebody. What is wrong is what the browser's own reader
 * (src/feed/parse-feed.ts) drops, no more and no less; warnings come from the rules in warnings/.
 */
import { validate } from '../feed/schema/validator.js';
import { FeedError, type Issue } from '../feed/errors.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { withBaseUrl } from '../feed/schema/field-rules.js';
import { adviceOn } from './explain-issue.js';
import { faultIn, lineAt, linesOf } from './source-lines.js';
import { isJson } from './json-pointer.js';
import { inOrder, type Problem } from './problem.js';
import { withdrawalsIn } from './withdrawals.js';
import { warningsOn } from './rules/index.js';

export interface Inspection {
  /** Errors first. */
  readonly problems: Problem[];
  /** Undefined where the whole document is refused. */
  readonly feed?: Feed;
}

export interface InspectOptions {
  /** The address that answered; undefined for a file. */
  url?: string;
  /** ms since 1970 */
  now: number;
  /** What was published before. */
  previous?: Feed;
}

/** A file has no address yet: its relative links are taken for good ones, as they will be where it is published. */
export const NOWHERE = 'https://unpublished.invalid/feed.json';

export function inspect(text: string, { url, now, previous }: InspectOptions): Inspection {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problems: [unreadable(text)] };
  }
  const { feed, issues } = read(document, url ?? NOWHERE);
  const lineOf = linesOf(text);
  const errors = issues.map(({ issue, advice }): Problem => {
    return { level: 'error', code: issue.code, path: issue.path, line: lineOf(issue.path), ...advice };
  });
  const known = new Set(errors.map(({ path }) => path));
  const warnings = (isJson(document) ? warningsOn(document, { feed, url, base: feed?.base ?? url, now }) : [])
    .filter(({ path }) => !known.has(path)) // what is wrong altogether needs no second word
    .map((warning): Problem => ({ level: 'warning', ...warning, line: lineOf(warning.path) }));
  const withdrawals = feed ? withdrawalsIn(feed, previous).map((each): Problem => ({ ...each, line: lineOf(each.path) })) : [];
  return { problems: inOrder([...errors, ...withdrawals, ...warnings]), feed };
}

interface Fault {
  issue: { code: string; path: string };
  advice: { what: string; instead: string };
}

function read(document: unknown, url: string): { feed?: Feed; issues: Fault[] } {
  const fault = (issue: Issue): Fault => ({ issue, advice: adviceOn(issue, document) });
  try {
    const feed = parseFeed(document, url);
    for (const id of feed.ids) feed.item(id);
    return { feed, issues: distinct([...feed.issues, ...overlooked(document, feed.base)]).map(fault) };
  } catch (thrown) {
    if (!(thrown instanceof FeedError)) throw thrown;
    const issues = distinct([...thrown.issues, ...overlooked(document, url)]);
    return { issues: thrown.issues.length ? issues.map(fault) : [refusal(thrown, document), ...issues.map(fault)] };
  }
}

/** Faults; who has more mends these first. */
const MOST = 1_000;

/** Items that the reader never comes to (a second one of an id, one without any), or that it does not look at since the whole feed is refused. */
function overlooked(document: unknown, base: string | undefined): Issue[] {
  const items = isJson(document) && Array.isArray(document.items) ? (document.items as unknown[]) : [];
  const found: Issue[] = [];
  for (let index = 0; index < items.length && found.length < MOST; index++) {
    found.push(...withBaseUrl(base, () => validate('item', items[index], `/items/${index}`)).issues);
  }
  return found;
}

function distinct(issues: Issue[]): Issue[] {
  const said = new Map(issues.map((issue) => [`${issue.code} ${issue.path}`, issue]));
  return [...said.values()].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

// What makes the whole feed unreadable.

function refusal({ code }: FeedError, document: unknown): Fault {
  if (code === 'unsupported-spec') {
    return {
      issue: { code, path: '/_placard/spec' },
      advice: { what: '"spec" names a version of the format that nobody can read yet.', instead: 'Write 1.' },
    };
  }
  if (!isJson(document)) {
    const what = `The file holds ${Array.isArray(document) ? 'a list' : JSON.stringify(document)}, and no feed.`;
    return {
      issue: { code, path: '' },
      advice: { what, instead: 'Begin with { and write a JSON Feed; "placard new" writes one to start from.' },
    };
  }
  const issue: Issue = { code: document.items === undefined ? 'required' : 'wrong-type', path: '/items' };
  return { issue, advice: adviceOn(issue, document) };
}

function unreadable(text: string): Problem {
  const offset = faultIn(text);
  const problem = { level: 'error' as const, code: 'not-json', path: '', line: lineAt(text, offset) };
  if (!text.trim()) return { ...problem, what: 'The file is empty.', instead: '"placard new" writes a feed to start from.' };
  if (/^\s*</.test(text)) {
    const instead = 'Name the address of the feed itself, and open it in a browser to see what stands there.';
    return { ...problem, code: 'html', line: undefined, what: 'This is a web page, and no feed.', instead };
  }
  const there = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const what = offset < text.length ? `there is a ${there} where it cannot stand` : 'it breaks off before its end';
  return { ...problem, what: `This is no JSON: ${what}.`, instead: hint(text, offset) };
}

function hint(text: string, offset: number): string {
  const before = text.slice(0, offset).trimEnd();
  const there = text[offset] ?? '';
  if (!there) return 'Check that every { [ and " has its counterpart.';
  if (before.endsWith(',') && /[}\]]/.test(there)) return 'Take out the comma before it.';
  if (/[“”„«‘’']/.test(there)) return 'Use straight double quotation marks: ".';
  if (there === '/') return 'JSON has no comments: put the remark into a member "_comment".';
  if (/["\w[{]/.test(there) && /["\w\]}]$/.test(before))
    return 'A comma is missing before it, or a quotation mark within a text needs a \\ before it.';
  if (there === '"') return 'This text does not end on its line: write \\n for a line break, and \\" for a quotation mark within it.';
  return 'Check the commas, brackets and quotation marks around that line.';
}
