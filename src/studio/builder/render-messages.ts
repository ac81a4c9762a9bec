/** Shows the messages of the builder: about the feed, the options, the names in the snippet, and the costs. */
import { displayName } from '../../i18n/format.js';
import type { Problem } from '../../lint/problem.js';
import type { BuilderState } from './builder-state.js';
import { contrast, parseColour } from './contrast.js';
import type { Costs, LoadedFile } from './costs.js';
import type { LoadResult } from './load-feed.js';

/** A longer list does not help: the user fixes these first, and then loads the feed again. */
const MAX_PROBLEMS = 8;
/** Problems that concern the partner. Other warnings concern only the publisher, and are folded. */
const PARTNER_CODES = [
  'no-address',
  'expired',
  'insecure-address',
  'local-address',
  'feed-url-differs',
  'picture-from-elsewhere',
  'personal-telephone',
  'personal-email',
  'telephone-in-text',
  'email-in-text',
];
/** WCAG 2.2 (1.4.3), for text. */
const MIN_CONTRAST = 4.5;

/** @param missing the id of an item that the feed does not have */
export function showFeedStatus(
  status: HTMLElement,
  list: HTMLElement,
  notes: HTMLElement,
  { problems, feed }: LoadResult,
  missing?: string,
): void {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const forPublisher = problems.filter(({ level, code }) => level !== 'error' && !PARTNER_CODES.includes(code));
  const forPartner = problems.filter((problem) => !forPublisher.includes(problem));
  status.dataset.state = !problems.length && !feed ? '' : !feed || missing ? 'failed' : errors ? 'partial' : 'ok';
  status.textContent = missing
    ? `The feed has no item “${missing}”. Choose a statement from the list.`
    : !feed
      ? problems.length
        ? 'This does not work yet.'
        : 'Paste the address of a feed, or open a file.'
      : [
          `The feed has ${count(feed.ids.length, 'item')}.`,
          errors && `${count(errors, 'error')}.`,
          forPartner.length > errors && `${count(forPartner.length - errors, 'warning')}.`,
        ]
          .filter(Boolean)
          .join(' ');
  list.replaceChildren(...problemEntries(forPartner));
  notes.hidden = !forPublisher.length;
  notes.querySelector('summary')!.textContent = `${count(forPublisher.length, 'note')} for the publisher`;
  notes.querySelector('ul')!.replaceChildren(...problemEntries(forPublisher));
}

function problemEntries(problems: Problem[]): HTMLElement[] {
  const omitted = problems.length - MAX_PROBLEMS;
  const rest = omitted > 0 ? [createElement('li', `${omitted} more. Run “placard validate” to see all of them.`)] : [];
  return [...problems.slice(0, MAX_PROBLEMS).map(problemEntry), ...rest];
}

function problemEntry({ level, code, path, line, message, fix }: Problem): HTMLElement {
  const where = [path, line && `line ${line}`].filter(Boolean).join(', ');
  const item = createElement('li', createElement('strong', message), ' ', fix, ...(where ? [' ', createElement('code', where)] : []));
  item.className = level;
  item.dataset.code = code;
  return item;
}

/** @param address where the file will be published; undefined if the user entered no valid address */
export function showFile(box: HTMLElement, name: string | undefined, address: string | undefined): void {
  box.hidden = name === undefined;
  box.querySelector('strong')!.textContent = name ?? '';
  box.querySelector('span')!.textContent = address
    ? `is checked for the address ${address}. Publish it there before you paste the snippet.`
    : 'is only on your computer, so readers cannot fetch it. Publish it on your website, for example with “placard build”. Then enter its address above.';
}

export function showItemNote(note: HTMLElement, { tag, item }: BuilderState, isWithdrawn: boolean): void {
  const isOpenEnded = tag === 'placard-list' || item === '';
  note.textContent = isOpenEnded
    ? 'Your page will show each new statement of the publisher, about any topic, without asking you.'
    : isWithdrawn
      ? 'The publisher has withdrawn this statement. Your page would show only the withdrawal and its reason.'
      : '';
}

/** Names the language that the code has if the user does not choose one. */
export function showOwnLanguage(option: HTMLOptionElement, language: string): void {
  option.textContent = `Same as the statement: ${displayName('en', 'language', language)}`;
}

/** @param swatch shows the colour of the text field */
export function showAccent(note: HTMLElement, field: HTMLInputElement, swatch: HTMLInputElement): void {
  const text = field.value.trim();
  const colour = parseColour(text);
  const ratio = contrast(colour ?? '#000000', '#ffffff');
  const isInvalid = !!text && !colour;
  swatch.value = colour ?? swatch.defaultValue;
  field.setAttribute('aria-invalid', String(isInvalid));
  note.textContent = isInvalid
    ? 'Not a colour. Write # and six digits, for example #00639c.'
    : ratio < MIN_CONTRAST
      ? `The contrast on white is ${ratio.toFixed(1)} to 1. Text needs 4.5 to 1, so the card uses a darker shade for text.`
      : '';
}

/** @param remaining the names that the snapshot contains without the list */
export function showNames(box: HTMLElement, names: string[], remaining: string[]): void {
  box.hidden = !names.length;
  box.querySelector('ul')!.replaceChildren(...names.map((name) => createElement('li', name)));
  box.querySelector('[role=status]')!.textContent = remaining.length
    ? `The publisher’s sentences still contain ${remaining.join(', ')}. The builder does not change sentences.`
    : '';
}

/** @param snippetBytes undefined for a link, because the editor decides message it inserts */
export function showCosts(list: HTMLElement, { initial, update, updates, bundled }: Costs, snippetBytes: number | undefined): void {
  const rows: [id: string, term: string, text: string | undefined][] = [
    ['snippet', 'In your page', snippetBytes === undefined ? undefined : formatBytes(snippetBytes)],
    ['bundle', 'In your bundle', bundled === undefined ? undefined : `about ${Math.round(bundled / 1000)} kB after Brotli`],
    ['initial', 'First load', `${count(initial.length, 'request')}${describeFiles(initial)}`],
    [
      'update',
      'When the case changes',
      update.length ? `${count(update.length, 'request')} more${describeFiles(update)}` : updates ? 'only the feed again' : 'no requests',
    ],
  ];
  list.replaceChildren(
    ...rows.flatMap(([id, term, text]) => {
      if (!text) return [];
      const value = createElement('dd', text);
      value.dataset.cost = id;
      return [createElement('dt', term), value];
    }),
  );
}

/** Groups the files by message is known of their size. */
function describeFiles(files: readonly LoadedFile[]): string {
  const compressed = files.filter((file) => file.brotli && file.bytes);
  const sum = compressed.reduce((total, file) => total + file.bytes!, 0);
  const list = compressed.map((file) => `${file.name} ${file.bytes!.toLocaleString('en')}`).join(', ');
  const uncompressed = files
    .filter((file) => !file.brotli && file.bytes)
    .map((file) => `${file.name}, ${formatBytes(file.bytes!)} before compression`);
  const unknown = files.filter((file) => !file.bytes).map(({ name }) => name);
  return [
    ...(compressed.length ? [`${formatBytes(sum)} after Brotli (${list})`] : []),
    ...uncompressed,
    ...(unknown.length ? [`${unknown.join(', ')}, size unknown`] : []),
  ]
    .map((group) => `; ${group}`)
    .join('');
}

const formatBytes = (bytes: number): string => `${bytes.toLocaleString('en')} bytes`;
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function createElement(name: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
