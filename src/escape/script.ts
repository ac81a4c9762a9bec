/** Escapes foreign text for JavaScript and JSON, in a file, in a `<script>`, or in a template of Svelte or JSX. */

/**
 * Returns a template literal, which keeps markup readable line by line. Breaks up comments and tags that end a block, because parsers
 * and preprocessors find them by pattern. Escapes a carriage return, because a literal reads it as a line feed.
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
 * Returns JSON that is safe in a `<script>`, where `<` could end it. It is also safe on a terminal, where control and direction
 * characters could change the display.
 */
export function scriptJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[<>&\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, (character) =>
    character.replace(/[^]/g, unicode),
  );
}

/**
 * Returns an attribute of a JSX or Svelte tag. Both read braces as code, and differ in how they read quoted text. So only plain text
 * is quoted; other text becomes a template literal.
 */
export function componentAttribute(name: string, value: string): string {
  return /^[\w .,:;/?=#+~%@()*!-]*$/.test(value) ? `${name}="${value}"` : `${name}={${scriptText(value)}}`;
}

const unicode = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
