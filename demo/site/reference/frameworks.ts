/** The components of the guide for frameworks: the files of demo/examples, which each framework's own checker has checked. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const EXAMPLES = [
  ['React', 'tsx', 'Case.tsx'],
  ['Vue', 'vue', 'Case.vue'],
  ['Svelte', 'svelte', 'Case.svelte'],
] as const;

export async function frameworkGuide(): Promise<string> {
  const sections = EXAMPLES.map(async ([title, language, name]) => {
    const code = await readFile(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), 'utf8');
    return `## ${title}\n\n\`\`\`${language}\n${code.trim()}\n\`\`\`\n`;
  });
  return (await Promise.all(sections)).join('\n');
}
