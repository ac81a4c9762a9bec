/**
 * Everything that is wrong in a feed, and everything that may harm somebody. What is wrong is what the browser's own reader
 * (src/feed/parse-feed.ts) drops, no more and no less; warnings come from the rules in warnings/.
 */
import { check } from '../feed/schema/validator.js';
import { FeedError, type Issue } from '../feed/errors.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { withBase } from '../feed/schema/field-rules.js';
import { explainIssue } from './explain-issue.js';
import { syntaxErrorOffset, lineAt, createLineLookup } from './source-lines.js';
import { isJsonObject } from './json-pointer.js';
import { sortBySeverity, type Problem } from './problem.js';
import { lintRetractions } from './retractions.js';
import { runRules } from './rules/index.js';

export interface LintResult {
  /** Errors first. */
  readonly problems: Problem[];
  /** Undefined where the whole document is refused. */
  readonly feed?: Feed;
}

export interface LintOptions {
  /** The address that answered; undefined for a file. */
  url?: string;
  /** ms since 1970 */
  now: number;
  /** What was published before. */
  previous?: Feed;
}

/** A file has no address yet: its relative links are taken for good ones, as they will be where it is published. */
export const UNPUBLISHED_URL = 'https://unpublished.invalid/feed.json';

export function lintFeed(text: string, { url, now, previous }: LintOptions): LintResult {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problems: [explainSyntaxError(text)] };
  }
  const { feed, issues } = checkDocument(document, url ?? UNPUBLISHED_URL);
  const lineOf = createLineLookup(text);
  const errors = issues.map(({ issue, advice }): Problem => {
    return { level: 'error', code: issue.code, path: issue.path, line: lineOf(issue.path), ...advice };
  });
  const reportedPaths = new Set(errors.map(({ path }) => path));
  const warnings = (isJsonObject(document) ? runRules(document, { feed, url, base: feed?.base ?? url, now }) : [])
    .filter(({ path }) => !reportedPaths.has(path)) // what is wrong altogether needs no second word
    .map((warning): Problem => ({ level: 'warning', ...warning, line: lineOf(warning.path) }));
  const withdrawals = feed ? lintRetractions(feed, previous).map((each): Problem => ({ ...each, line: lineOf(each.path) })) : [];
  return { problems: sortBySeverity([...errors, ...withdrawals, ...warnings]), feed };
}

interface ExplainedIssue {
  issue: { code: string; path: string };
  advice: { message: string; fix: string };
}

function checkDocument(document: unknown, url: string): { feed?: Feed; issues: ExplainedIssue[] } {
  const explain = (issue: Issue): ExplainedIssue => ({ issue, advice: explainIssue(issue, document) });
  try {
    const feed = parseFeed(document, url);
    for (const id of feed.ids) feed.item(id);
    return { feed, issues: dedupeIssues([...feed.issues, ...validateSkippedItems(document, feed.base)]).map(explain) };
  } catch (thrown) {
    if (!(thrown instanceof FeedError)) throw thrown;
    const issues = dedupeIssues([...thrown.issues, ...validateSkippedItems(document, url)]);
    return { issues: thrown.issues.length ? issues.map(explain) : [explainRejection(thrown, document), ...issues.map(explain)] };
  }
}

/** Faults; who has more mends these first. */
const MAX_ISSUES = 1_000;

/** Items that the reader never comes to (a second one of an id, one without any), or that it does not look at since the whole feed is refused. */
function validateSkippedItems(document: unknown, base: string | undefined): Issue[] {
  const items = isJsonObject(document) && Array.isArray(document.items) ? (document.items as unknown[]) : [];
  const found: Issue[] = [];
  for (let index = 0; index < items.length && found.length < MAX_ISSUES; index++) {
    found.push(...withBase(base, () => check('item', items[index], `/items/${index}`)).issues);
  }
  return found;
}

function dedupeIssues(issues: Issue[]): Issue[] {
  const byCodeAndPath = new Map(issues.map((issue) => [`${issue.code} ${issue.path}`, issue]));
  return [...byCodeAndPath.values()].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

// What makes the whole feed unreadable.

function explainRejection({ code }: FeedError, document: unknown): ExplainedIssue {
  if (code === 'unsupported-spec') {
    return {
      issue: { code, path: '/_placard/spec' },
      advice: { message: '"spec" names a version of the format that nobody can read yet.', fix: 'Write 1.' },
    };
  }
  if (!isJsonObject(document)) {
    const message = `The file holds ${Array.isArray(document) ? 'a list' : JSON.stringify(document)}, and no feed.`;
    return {
      issue: { code, path: '' },
      advice: { message, fix: 'Begin with { and write a JSON Feed; "placard new" writes one to start from.' },
    };
  }
  const issue: Issue = { code: document.items === undefined ? 'required' : 'wrong-type', path: '/items' };
  return { issue, advice: explainIssue(issue, document) };
}

function explainSyntaxError(text: string): Problem {
  const offset = syntaxErrorOffset(text);
  const problem = { level: 'error' as const, code: 'not-json', path: '', line: lineAt(text, offset) };
  if (!text.trim()) return { ...problem, message: 'The file is empty.', fix: '"placard new" writes a feed to start from.' };
  if (/^\s*</.test(text)) {
    const fix = 'Name the address of the feed itself, and open it in a browser to see what stands there.';
    return { ...problem, code: 'html', line: undefined, message: 'This is a web page, and no feed.', fix };
  }
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const message = offset < text.length ? `there is a ${character} where it cannot stand` : 'it breaks off before its end';
  return { ...problem, message: `This is no JSON: ${message}.`, fix: syntaxHint(text, offset) };
}

function syntaxHint(text: string, offset: number): string {
  const before = text.slice(0, offset).trimEnd();
  const character = text[offset] ?? '';
  if (!character) return 'Check that every { [ and " has its counterpart.';
  if (before.endsWith(',') && /[}\]]/.test(character)) return 'Take out the comma before it.';
  if (/[“”„«‘’']/.test(character)) return 'Use straight double quotation marks: ".';
  if (character === '/') return 'JSON has no comments: put the remark into a member "_comment".';
  if (/["\w[{]/.test(character) && /["\w\]}]$/.test(before))
    return 'A comma is missing before it, or a quotation mark within a text needs a \\ before it.';
  if (character === '"') return 'This text does not end on its line: write \\n for a line break, and \\" for a quotation mark within it.';
  return 'Check the commas, brackets and quotation marks around that line.';
}
