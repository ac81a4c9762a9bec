// What must never be in a bundle, and how it gets there.
import { readFileSync } from 'node:fs';

const BUNDLES = ['dist/placard.js', 'dist/placard.iife.js'];
const FORBIDDEN = {
  'new Function': 'a strict Content-Security-Policy forbids it (zod classic brings it)',
  'eval(': 'a strict Content-Security-Policy forbids it',
  'Lit is in dev mode': 'the development build of Lit',
  'Invalid input: expected': 'a locale of zod (zod classic brings it)',
  sourceMappingURL: 'source maps are not published',
};

let failed = 0;
for (const bundle of BUNDLES) {
  const text = readFileSync(bundle, 'utf8');
  for (const [string, reason] of Object.entries(FORBIDDEN)) {
    if (!text.includes(string)) continue;
    console.error(`${bundle} holds "${string}": ${reason}.`);
    failed++;
  }
}
if (failed) process.exit(1);
console.log(`No forbidden string in ${BUNDLES.join(' and ')}.`);
