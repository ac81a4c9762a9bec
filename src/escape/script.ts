/** Foreign text for JavaScript and JSON, wherever they stand: in a file, in a `<script>`, in a template of Svelte or JSX. */

/**
 * Writes a template literal, so that markup stays readable, line by line. Tags that end a block, and comments, are broken up, since
 * parsers and preprocessors find these by pattern. A carriage return is escaped because a literal reads it as a line feed.
 */
export function scriptText(text: string): string {
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/<(?=!|\/?(?:script|style|template))/gi, '\\x3c')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, unicode)
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (pair) => (pair.length > 1 ? pair : unicode(pair)));
  return `\`${escaped}\``;
}

/**
 * Writes JSON that means the same everywhere: in a `<script>`, where `<` could end it, and on a terminal, where control and
 * direction characters would change what is seen.
 */
export function scriptJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[<>&\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, (each) => each.replace(/[^]/g, unicode));
}

/**
 * Writes an attribute of a JSX or Svelte tag. Both read braces as code and differ in how they read quoted text: all but plain text
 * becomes a literal.
 */
export function componentAttribute(name: string, value: string): string {
  return /^[\w .,:;/?=#+~%@()*!-]*$/.test(value) ? `${name}="${value}"` : `${name}={${scriptText(value)}}`;
}

const unicode = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
