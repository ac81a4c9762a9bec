/** Writes HTML that is also well-formed XML, so that WordPress and other parsers do not change it. */
import { escapeAttribute } from '../escape/html.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Returns an opening tag. Undefined attributes are omitted. */
export function open(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`,
  );
  return `<${name}${written.join('')}>`;
}

/** Returns an element with the markup `inner`. It has an end tag even if it is empty, because custom elements need one. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  return `${open(name, attributes)}${inner}</${name}>`;
}

/** Returns a void element, such as `link`. */
export function empty(name: string, attributes: Attributes): string {
  return open(name, attributes).replace(/>$/, ' />');
}
