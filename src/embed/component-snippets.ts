/** The same embed as a component of a framework, with the package from npm: the snapshot is there before the element is. */
import { open } from './markup.js';
import { PACKAGE } from './package-name.js';
import type { Embed } from './snippets.js';

export function react({ tag = 'placard-campaign', attributes, snapshot }: Embed): string {
  return [
    `import '${PACKAGE}/define';`,
    `const snapshot = ${literal(snapshot)};`,
    'export function Placard() {',
    '  return (',
    `    ${open(tag, attributes)}`,
    '      <div dangerouslySetInnerHTML={{ __html: snapshot }} />',
    `    </${tag}>`,
    '  );',
    '}',
  ].join('\n');
}

/** The compiler has to know that the tag is no component: `isCustomElement: (tag) => tag.startsWith('placard-')`. */
export function vue({ tag = 'placard-campaign', attributes, snapshot }: Embed): string {
  return [
    '<script setup>',
    `import '${PACKAGE}/define';`,
    `const snapshot = ${literal(snapshot)};`,
    '</script>',
    '<template>',
    `  ${open(tag, attributes)}<div v-html="snapshot"></div></${tag}>`,
    '</template>',
  ].join('\n');
}

export function svelte({ tag = 'placard-campaign', attributes, snapshot }: Embed): string {
  return [
    '<script>',
    `  import '${PACKAGE}/define';`,
    `  const snapshot = ${literal(snapshot)};`,
    '</script>',
    `${open(tag, attributes)}<div>{@html snapshot}</div></${tag}>`,
  ].join('\n');
}

/** A template literal: the text stays readable, line by line. */
const literal = (text: string): string => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
