// Fails if a published script contains a forbidden string. Each string has its reason.
import { readFileSync } from 'node:fs';
import { shippedScripts } from './shipped-scripts.mjs';

const FORBIDDEN = {
  'new Function': 'a strict Content-Security-Policy forbids it (zod classic brings it)',
  'eval(': 'a strict Content-Security-Policy forbids it',
  'lit.dev/msg': 'the development build of Lit',
  'Lit is in dev mode': 'the development build of Lit',
  'Multiple versions of Lit': 'the development build of Lit',
  _zod: 'Zod instead of the compiled validators',
  'Invalid input: expected': 'a locale of zod (zod classic brings it)',
  sourceMappingURL: 'source maps are not published',
};

const scripts = shippedScripts();
if (!scripts.length) throw new Error('dist/ is empty. Run npm run build first.');
const found = scripts.flatMap((path) => {
  const text = readFileSync(path, 'utf8');
  return Object.entries(FORBIDDEN).flatMap(([string, reason]) => (text.includes(string) ? `${path} contains "${string}": ${reason}.` : []));
});
for (const fault of found) console.error(fault);
if (found.length) process.exit(1);
console.log(`No forbidden string in ${scripts.length} scripts.`);
