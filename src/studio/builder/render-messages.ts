/** What the builder says about the feed, what was chosen, the names in it, and the costs. */
import type { Problem } from '../../lint/problem.js';
import type { Choices } from './choices.js';
import { colourIn, contrast } from './contrast.js';
import type { Costs, Load } from './costs.js';
import type { Reading } from './load-feed.js';

/** What somebody mends before looking again. */
const MOST = 8;
/** What a partner would publish, send readers to, or be left with; whatever else is advised is the publisher's own affair. */
const PARTNERS = [
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

/** @param missing the id of an item that the feed does not have */
export function tellReading(
  verdict: HTMLElement,
  list: HTMLElement,
  folded: HTMLElement,
  { problems, feed }: Reading,
  missing?: string,
): void {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const advice = problems.filter(({ level, code }) => level !== 'error' && !PARTNERS.includes(code));
  const open = problems.filter((problem) => !advice.includes(problem));
  verdict.dataset.state = !problems.length && !feed ? '' : !feed || missing ? 'wrong' : errors ? 'partly' : 'right';
  verdict.textContent = missing
    ? `The feed has no item “${missing}”. Choose one of the list below.`
    : !feed
      ? problems.length
        ? 'This cannot be shown yet.'
        : 'Paste the address of a feed, take the sample, or open a file.'
      : [
          `A feed with ${count(feed.ids.length, 'item')}.`,
          errors && `${count(errors, 'part')} of it cannot be shown.`,
          open.length > errors && `${count(open.length - errors, 'warning')} for you.`,
        ]
          .filter(Boolean)
          .join(' ');
  list.replaceChildren(...entries(open));
  folded.hidden = !advice.length;
  folded.querySelector('summary')!.textContent = `For the publisher (${advice.length})`;
  folded.querySelector('ul')!.replaceChildren(...entries(advice));
}

function entries(problems: Problem[]): HTMLElement[] {
  const more = problems.length - MOST;
  const rest = more > 0 ? [make('li', `And ${more} more; “placard validate” lists them all.`)] : [];
  return [...problems.slice(0, MOST).map(entry), ...rest];
}

/** @param address where readers' browsers will ask for what is in the file; undefined where nothing was entered that they could ask */
export function tellFile(box: HTMLElement, name: string | undefined, address: string | undefined): void {
  box.hidden = name === undefined;
  box.querySelector('strong')!.textContent = name ?? '';
  box.querySelector('span')!.textContent = address
    ? `is checked as what will stand at ${address}. Publish it there first, then paste the snippet.`
    : 'is on your machine alone, where no reader’s browser can fetch it. Next: put it on your website (“placard build” makes all that belongs there), and enter its address above.';
}

function entry({ level, path, line, message, fix }: Problem): HTMLElement {
  const where = [path, line && `line ${line}`].filter(Boolean).join(', ');
  const item = make('li', make('strong', message), ' ', fix, ...(where ? [' ', make('code', where)] : []));
  item.className = level;
  return item;
}

export function tellItem(note: HTMLElement, { tag, item }: Choices): void {
  const unforeseen = 'whatever the publisher publishes next, about anything, without asking you.';
  note.textContent =
    tag === 'placard-list' ? `Your page then lists ${unforeseen}` : item === '' ? `Your page then shows ${unforeseen}` : '';
}

/** @param swatch follows what is typed */
export function tellAccent(note: HTMLElement, typed: HTMLInputElement, swatch: HTMLInputElement): void {
  const text = typed.value.trim();
  const colour = colourIn(text);
  const ratio = contrast(colour ?? '#000000', '#ffffff');
  swatch.value = colour ?? swatch.defaultValue;
  typed.setAttribute('aria-invalid', String(!!text && !colour));
  note.textContent =
    text && !colour
      ? 'This is no colour that can be taken, so there is none in what you copy. Write # and six digits from 0 to 9 and a to f, such as #00639c.'
      : ratio < 4.5
        ? `On white it has a contrast of ${ratio.toFixed(1)} to 1, where text needs 4.5: the card mixes it with black until it can be read.`
        : '';
}

/** @param left those whom a snapshot without the list still names */
export function tellNames(box: HTMLElement, names: string[], left: string[]): void {
  box.hidden = !names.length;
  box.querySelector('ul')!.replaceChildren(...names.map((name) => make('li', name)));
  box.querySelector('[role=status]')!.textContent = left.length
    ? `The sentences of what you paste still name ${left.join(', ')}; they are the publisher’s, and stay as they are.`
    : '';
}

/** @param own bytes of what is pasted; undefined for a link, of which the editor makes what it likes */
export function tellCosts(list: HTMLElement, { first, later, bundled }: Costs, own: number | undefined): void {
  const rows: [string, string | undefined][] = [
    ['In your page', own === undefined ? undefined : bytes(own)],
    ['In your own bundle', bundled === undefined ? undefined : `about ${Math.round(bundled / 1000)} kB after Brotli`],
    ['At first', `${count(first.length, 'request')}${loads(first)}`],
    [
      'With news',
      later.length
        ? `${count(later.length, 'request')} more${loads(later)}`
        : first.length
          ? 'the feed anew, and nothing more'
          : 'nothing more',
    ],
  ];
  list.replaceChildren(...rows.flatMap(([term, text]) => (text ? [make('dt', term), make('dd', text)] : [])));
}

/** By what is known of their bytes. */
function loads(files: readonly Load[]): string {
  const packed = files.filter((file) => file.packed && file.bytes);
  const sum = packed.reduce((total, file) => total + file.bytes!, 0);
  const each = packed.map((file) => `${file.name} ${file.bytes!.toLocaleString('en')}`).join(', ');
  const plain = files.filter((file) => !file.packed && file.bytes).map((file) => `${file.name}, ${bytes(file.bytes!)} before compression`);
  const unknown = files.filter((file) => !file.bytes).map(({ name }) => name);
  const rest = unknown.length ? [`${unknown.join(', ')}, of a size that is not known here`] : [];
  return [...(packed.length ? [`${bytes(sum)} after Brotli (${each})`] : []), ...plain, ...rest].map((part) => `; ${part}`).join('');
}

const bytes = (number: number): string => `${number.toLocaleString('en')} bytes`;
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function make(name: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
