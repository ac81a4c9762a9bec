/**
 * Checks the voice of CONTRIBUTING.md: forbidden words, and sentences of more than 25 words. Reads comments, test titles,
 * texts of four words or more in code, Markdown, and the text of HTML pages.
 *
 * - `node test/checks/voice.mjs` prints one line for each fault, and fails if there is one.
 * - `node test/checks/voice.mjs src/feed` checks only these files and folders.
 * - `node test/checks/voice.mjs --rate` prints the archaic phrases per 1,000 words of comment, by folder.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { parseFragment } from 'parse5';
import { parseSync } from 'oxc-parser';

const MAX_SENTENCE_WORDS = 25;
const MIN_TEXT_WORDS = 4;
const SKIPPED =
  /(^|\/)node_modules(\/|$)|^(dist|dist-cli|dist-studio|dist-site|\.git|test\/bench\/results|demo\/feeds|demo\/examples|test\/e2e\/studio\/press-release\.ts|src\/locales|test\/unit\/i18n\/sentences|test\/checks\/voice\.node\.ts)(\/|$)|lock/;

/** Forbidden words, each with its replacement. Each counts as archaic. */
const FORBIDDEN = [
  [/\bwhither\b/gi, 'where'],
  [/\bheeds?\b|\bheeded\b/gi, 'accept, obey'],
  [/\bwhoever\b|\bwhom\b|\bwhomever\b/gi, 'name the person'],
  [/\bnobody\b|\bnobody's\b/gi, 'no reader, no client'],
  [/\bwherever\b|\banyhow\b|\banew\b/gi, 'where, in any case, again'],
  [/\bin vain\b/gi, 'without effect'],
  [/\bmend(s|ed|ing)?\b/gi, 'fix'],
  [/\bbear(s|ing)?\b|\bborne\b/gi, 'have, carry'],
  [/\btell(s|ing)?\b|\btold\b/gi, 'say, show, report'],
  [/\bstands?\b|\bstood\b|\bstanding\b/gi, 'is, be'],
  [/\bbesides\b|\blest\b/gi, 'also, so that … not'],
  [/\bnone\b(?!['`-])/gi, 'no, not any'],
  [/\bmere(ly)?\b|\bhence\b|\baltogether\b|\bmeanwhile\b/gi, 'only, so, in all, until then'],
  [/\bours\b|\btheirs\b/gi, 'name the owner'],
  [/\btakes? its place\b|\btaken its place\b/gi, 'replace'],
  [/\b(is|are|was|were|be) no (?!longer|more|less|older|newer|higher|lower)\w+/gi, 'is not'],
];
/** Words that must not begin a sentence. */
const OPENING = /^(What|Whoever|Of|Who|Those|None)\s/;

/** @typedef {{ line: number, text: string, comment: boolean }} Passage a text that people read, and its first line */

/** @returns {Passage[]} */
export function passagesOf(path, source) {
  const kind = extname(path);
  if (kind === '.md') return markdown(source);
  if (kind === '.html') return [{ line: 1, text: textOfHtml(parseFragment(source)), comment: false }];
  return code(path, source);
}

function code(path, source) {
  const { comments, program } = parseSync(path.replace(/\.mjs$/, '.ts'), source, { lang: 'ts' });
  const lineAt = (offset) => source.slice(0, offset).split('\n').length;
  const passages = mergeLineComments(comments, source).map(({ start, text }) => ({ line: lineAt(start), text, comment: true }));
  visit(program, (node) => {
    const value =
      node.type === 'Literal' && typeof node.value === 'string' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : '';
    if (value && isProse(value)) passages.push({ line: lineAt(node.start), text: value, comment: false });
  });
  return passages;
}

/** Returns the comments as texts. Consecutive line comments become one text. */
function mergeLineComments(comments, source) {
  const texts = [];
  for (const { type, value, start, end } of comments) {
    const text = value.replace(/^\s*\*+ ?/gm, '').replace(/^\s*\/+/gm, '');
    const last = texts.at(-1);
    if (type === 'Line' && last?.type === 'Line' && /^\s*$/.test(source.slice(last.end, start)))
      Object.assign(last, { text: `${last.text}\n${text}`, end });
    else texts.push({ type, text, start, end });
  }
  return texts;
}

function visit(node, see) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) return node.forEach((each) => visit(each, see));
  if (node.type) see(node);
  for (const [key, value] of Object.entries(node)) if (key !== 'parent' && value && typeof value === 'object') visit(value, see);
}

/** Returns whether a text is a sentence, not markup, a path, a selector or a style sheet. */
const isProse = (text) =>
  words(text).length >= MIN_TEXT_WORDS &&
  !/[{}<>=;]|::|\/\/|^\s*[.#@]|\\/.test(text) &&
  /\b(the|an?|is|are|was|of|to|and|for|not|it|in|with)\b/.test(text);

/** Returns one passage for each paragraph, list or table: a sentence may span lines. */
function markdown(source) {
  const prose = source.replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, ''));
  let line = 1;
  return prose.split(/(\n[ \t]*\n\s*)/).flatMap((text) => {
    const start = line;
    line += text.split('\n').length - 1;
    return text.trim() ? [{ line: start, text, comment: false }] : [];
  });
}

function textOfHtml(node) {
  if (node.nodeName === '#text') return node.value;
  if (
    ['script', 'style', 'code', 'pre', 'template'].includes(node.nodeName) ||
    node.nodeName.startsWith('placard-') ||
    node.attrs?.some(({ name }) => name === 'data-placard-src')
  )
    return '';
  const text = (node.childNodes ?? []).map(textOfHtml).join('');
  return ['p', 'li', 'h1', 'h2', 'h3', 'dt', 'dd', 'label', 'button', 'summary'].includes(node.nodeName) ? `${text}\n\n` : text;
}

/** Returns the text with placeholders for code, URLs and quotations. */
const plain = (text) =>
  text
    .replace(/`[^`]*`/g, 'code')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\S+/g, 'address')
    .replace(/[“"][^”"\n]*[”"]/g, 'quotation');

const words = (text) => text.match(/[A-Za-z][\w'’-]*/g) ?? [];

/** Returns the sentences. List items, table cells and docstring tags also end a sentence. */
const sentences = (text) =>
  plain(text)
    .split(/(?<=[.!?:;])\s+|\n\s*\n|\n\s*(?=[-*|@]\s?)|\||\n\s*(?=\d+\. )/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** @returns {{ line: number, fault: string, archaic: boolean }[]} */
export function faultsIn({ line, text }) {
  const clean = plain(text);
  const found = FORBIDDEN.flatMap(([pattern, instead]) =>
    [...clean.matchAll(pattern)].map(([phrase]) => ({ line, fault: `"${phrase}": write ${instead}`, archaic: true })),
  );
  for (const sentence of sentences(text)) {
    const count = words(sentence).length;
    if (count > MAX_SENTENCE_WORDS) found.push({ line, fault: `${count} words: "${sentence.slice(0, 60)}…"`, archaic: false });
    if (OPENING.test(sentence) && /[.]$/.test(sentence))
      found.push({ line, fault: `begins with "${sentence.slice(0, 30)}…"`, archaic: false });
  }
  return found;
}

function filesOf(path) {
  if (SKIPPED.test(path)) return [];
  if (!statSync(path).isDirectory()) return /\.(ts|mjs|js|md|html)$/.test(path) ? [path] : [];
  return readdirSync(path).flatMap((name) => filesOf(path === '.' ? name : `${path}/${name}`));
}

function run(args) {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const rates = new Map();
  let faults = 0;
  for (const path of (paths.length ? paths : ['.']).flatMap(filesOf)) {
    for (const passage of passagesOf(path, readFileSync(path, 'utf8'))) {
      const found = faultsIn(passage);
      faults += found.length;
      if (!args.includes('--rate')) for (const { line, fault } of found) console.error(`${path}:${line}: ${fault}`);
      if (!passage.comment) continue;
      const folder = path.split('/').slice(0, 2).join('/');
      const [archaic, total] = rates.get(folder) ?? [0, 0];
      rates.set(folder, [archaic + found.filter((each) => each.archaic).length, total + words(passage.text).length]);
    }
  }
  if (args.includes('--rate')) {
    const sum = [0, 0];
    for (const [folder, [archaic, total]] of rates) {
      console.log(`${folder}: ${((1000 * archaic) / total).toFixed(1)} (${archaic} in ${total})`);
      sum[0] += archaic;
      sum[1] += total;
    }
    console.log(`archaic phrases per 1,000 words of comment: ${((1000 * sum[0]) / sum[1]).toFixed(1)}`);
  } else console.log(`voice: ${faults} faults`);
  process.exitCode = faults && !args.includes('--rate') ? 1 : 0;
}

if (process.argv[1]?.endsWith('voice.mjs')) run(process.argv.slice(2));
