/** The security page: SECURITY.md, and the titles of the tests that hold its promises. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = ['test/unit/security', 'test/unit/client', 'test/unit/feed'];
const ABOUT_ATTACKS =
  /hostile|attack|rollback|takeover|lower|older|sign|key|mirror|unsafe|script|sanitiz|inject|prototype|clobber|limit|quadratic|policy|tamper|forg/i;

/** Returns the titles of the tests in a file. A title with a variable keeps its place as “…”. */
export function testTitles(path: string): string[] {
  const source = readFileSync(root + path, 'utf8');
  return [...source.matchAll(/\bit\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(([, , title]) =>
    title!.replace(/\$\{[^}]*\}/g, '…').replaceAll('\\', ''),
  );
}

export function securityPage(text: string): string {
  const sections = FOLDERS.map((folder) => {
    const files = readdirSync(root + folder).filter((name) => /\.(test|node)\.ts$/.test(name));
    const lists = files.flatMap((name) => {
      const path = `${folder}/${name}`;
      const titles = testTitles(path).filter((title) => folder.endsWith('security') || ABOUT_ATTACKS.test(title));
      return titles.length ? [`- \`${path}\`\n${titles.map((title) => `  - ${title.replaceAll('<', '&lt;')}`).join('\n')}`] : [];
    });
    return lists.join('\n');
  });
  return `${text}\n## The tests by their titles\n\nThis list is made from the test files.\n\n${sections.join('\n')}\n`;
}
