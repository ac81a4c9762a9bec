/**
 * Lists the problems of a feed. Errors are what the client's parser (src/feed/parse-feed.ts) drops, no more and no less.
 * Warnings come from the rules in rules/.
 */
import { validate } from '../feed/schema/validator.js';
import { FeedError, type Issue } from '../feed/errors.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { withBaseUrl } from '../feed/schema/field-rules.js';
import { explainIssue } from './explain-issue.js';
import { lineAt, scanSource, syntaxErrorOffset } from './source-lines.js';
import { isJsonObject, parsePointer } from './json-pointer.js';
import { sortBySeverity, type Problem } from './problem.js';
import { lintRetractions } from './retractions.js';
import { runRules } from './rules/index.js';

export interface LintResult {
  /** Errors first. */
  readonly problems: Problem[];
  /** Undefined if the parser rejects the whole document. */
  readonly feed?: Feed;
}

export interface LintOptions {
  /** The address of the response; undefined for a file. */
  url?: string;
  /** ms since 1970 */
  now: number;
  /** The published feed. */
  previous?: Feed;
  /** Whether this is the feed that readers get. The default is whether it has an address. */
  published?: boolean;
}

/** The base of a file's relative links. They are not problems: the published feed has an address. */
export const UNPUBLISHED_URL = 'https://unpublished.invalid/feed.json';

/** Lists the problems of a text, with their lines. */
export function lintFeed(text: string, options: LintOptions): LintResult {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problems: [explainSyntaxError(text)] };
  }
  const { feed, problems } = lintDocument(document, options);
  const { lineOf, duplicates } = scanSource(text);
  const all = [...duplicates.map(duplicateKey), ...problems];
  return { problems: sortBySeverity(all.map((problem) => ({ ...problem, line: lineOf(problem.path) }))), feed };
}

/** Lists the problems of a document one by one, without lines. */
export function lintDocument(document: unknown, { url, now, previous, published = url !== undefined }: LintOptions): LintResult {
  const { feed, issues } = checkDocument(document, url ?? UNPUBLISHED_URL);
  const errors = issues.map(({ issue, advice }): Problem => ({ level: 'error', code: issue.code, path: issue.path, ...advice }));
  const reportedPaths = new Set(errors.map(({ path }) => path));
  const warnings = (isJsonObject(document) ? runRules(document, { feed, url, base: feed?.base ?? url, now, published }) : [])
    .filter(({ path }) => !reportedPaths.has(path)) // the error is enough
    .map((warning): Problem => ({ level: 'warning', ...warning }));
  const retractions = feed ? lintRetractions(feed, previous) : [];
  return { problems: sortBySeverity([...errors, ...retractions, ...warnings]), feed };
}

const duplicateKey = (path: string): Problem => ({
  level: 'warning',
  code: 'key-twice',
  path,
  message: `This object has ${JSON.stringify(parsePointer(path).at(-1))} twice, and only the last one counts.`,
  fix: 'Remove one of them.',
});

interface ExplainedIssue {
  issue: { code: string; path: string };
  advice: { message: string; fix: string };
}

function checkDocument(document: unknown, url: string): { feed?: Feed; issues: ExplainedIssue[] } {
  const explain = (issue: Issue): ExplainedIssue => ({ issue, advice: explainIssue(issue, document) });
  try {
    const feed = parseFeed(document, url);
    for (const id of feed.ids) feed.item(id);
    return { feed, issues: dedupeIssues([...feed.issues, ...validateSkippedItems(document, feed.base, feed)]).map(explain) };
  } catch (thrown) {
    if (!(thrown instanceof FeedError)) throw thrown;
    const issues = dedupeIssues([...thrown.issues, ...validateSkippedItems(document, url)]);
    return { issues: thrown.issues.length ? issues.map(explain) : [explainRejection(thrown, document), ...issues.map(explain)] };
  }
}

/** Maximum number of issues of skipped items. */
const MAX_ISSUES = 1_000;

/** Validates the items that the parser skips: duplicates, items without an id, and all items of a rejected feed. */
function validateSkippedItems(document: unknown, base: string | undefined, feed?: Feed): Issue[] {
  const items = isJsonObject(document) && Array.isArray(document.items) ? (document.items as unknown[]) : [];
  const found: Issue[] = [];
  for (let index = 0; index < items.length && found.length < MAX_ISSUES; index++) {
    if (feed?.idAtIndex(index) === undefined)
      found.push(...withBaseUrl(base, () => validate('item', items[index], `/items/${index}`)).issues);
  }
  return found;
}

function dedupeIssues(issues: Issue[]): Issue[] {
  const byCodeAndPath = new Map(issues.map((issue) => [`${issue.code} ${issue.path}`, issue]));
  return [...byCodeAndPath.values()].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

// Explains why the whole feed cannot be read.

function explainRejection({ code }: FeedError, document: unknown): ExplainedIssue {
  if (code === 'unsupported-spec') {
    return {
      issue: { code, path: '/_placard/spec' },
      advice: { message: '"spec" is a version of the format that clients cannot read.', fix: 'Write 1.' },
    };
  }
  if (!isJsonObject(document)) {
    const message = `The file is ${Array.isArray(document) ? 'a list' : JSON.stringify(document)}, not a feed.`;
    return {
      issue: { code, path: '' },
      advice: { message, fix: 'Write a JSON Feed, which begins with {. To create one, run "placard new".' },
    };
  }
  const issue: Issue = { code: document.items === undefined ? 'required' : 'wrong-type', path: '/items' };
  return { issue, advice: explainIssue(issue, document) };
}

function explainSyntaxError(text: string): Problem {
  const offset = syntaxErrorOffset(text);
  const problem = { level: 'error' as const, code: 'not-json', path: '', line: lineAt(text, offset) };
  if (!text.trim()) return { ...problem, message: 'The file is empty.', fix: 'To create a feed, run "placard new".' };
  if (/^\s*</.test(text)) {
    const fix = 'Open the address in a browser to see the page. Then use the address of the feed itself.';
    return { ...problem, code: 'html', line: undefined, message: 'This is a web page, not a feed.', fix };
  }
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const detail = offset < text.length ? `${character} is not allowed here` : 'the text ends too early';
  return { ...problem, message: `This is not JSON: ${detail}.`, fix: syntaxHint(text, offset) };
}

function syntaxHint(text: string, offset: number): string {
  const before = text.slice(0, offset).trimEnd();
  const character = text[offset] ?? '';
  if (!character) return 'Check that every {, [ and " is closed.';
  if (before.endsWith(',') && /[}\]]/.test(character)) return 'Remove the comma before it.';
  if (/[“”„«‘’']/.test(character)) return 'Use straight double quotation marks: ".';
  if (character === '/') return 'JSON has no comments: move the text to a field "_comment".';
  if (/["\w[{]/.test(character) && /["\w\]}]$/.test(before))
    return 'Add a comma before it. Or add \\ before a quotation mark inside a text.';
  if (character === '"') return 'Close the text on its line. Write \\n for a line break, and \\" for a quotation mark inside a text.';
  return 'Check the commas, brackets and quotation marks around that line.';
}
