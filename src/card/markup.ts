/** HTML as text that is well-formed XML too: WordPress, and whoever parses a snippet again, finds it as it was written. */
import { escapeAttribute } from '../escape/html.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An opening tag; what is undefined is left out. */
export function open(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`,
  );
  return `<${name}${written.join('')}>`;
}

/** `inner` is markup. Always closed: an open custom element takes in all that follows. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  return `${open(name, attributes)}${inner}</${name}>`;
}

/** An element without content, such as `link`. */
export function empty(name: string, attributes: Attributes): string {
  return open(name, attributes).replace(/>$/, ' />');
}
