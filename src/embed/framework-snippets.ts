/** The same embed as a component of a framework, with the package from npm: the snapshot is there before the element is. */
import { open } from '../card/markup.js';
import { componentAttribute, scriptText } from '../escape/script.js';
import { PACKAGE } from './package-name.js';
import type { Embed } from './snippets.js';

export function reactComponent({ tag = 'placard-campaign', attributes, snapshot }: Embed): string {
  return [
    `import '${PACKAGE}/define';`,
    `import '${PACKAGE}/react'; // the types of the tags`,
    `const snapshot = ${scriptText(snapshot)};`,
    'export function Placard() {',
    '  return (',
    `    ${openComponent(tag, attributes)}`,
    // The card may renew its snapshot before React hydrates the page.
    '      <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: snapshot }} />',
    `    </${tag}>`,
    '  );',
    '}',
  ].join('\n');
}

/** The compiler needs the option `isCustomElement: (tag) => tag.startsWith('placard-')`. */
export function vueComponent({ tag = 'placard-campaign', attributes, snapshot }: Embed): string {
  return [
    '<script setup>',
    `import '${PACKAGE}/define';`,
    `const snapshot = ${scriptText(snapshot)};`,
    '</script>',
    '<template>',
    `  ${open(tag, attributes)}<div v-html="snapshot"></div></${tag}>`,
    '</template>',
  ].join('\n');
}

export function svelteComponent({ tag = 'placard-campaign', attributes, snapshot }: Embed): string {
  return [
    '<script>',
    `  import '${PACKAGE}/define';`,
    `  const snapshot = ${scriptText(snapshot)};`,
    '</script>',
    `${openComponent(tag, attributes)}<div>{@html snapshot}</div></${tag}>`,
  ].join('\n');
}

function openComponent(tag: string, attributes: Embed['attributes']): string {
  const written = Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${componentAttribute(name, value)}`));
  return `<${tag}${written.join('')}>`;
}
