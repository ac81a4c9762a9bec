// Writes dist/schema.json, the JSON Schema of the feed, from the same schemas that parse it. Run with `node --import tsx`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchema } from '../feed/json-schema.ts';

mkdirSync('dist', { recursive: true });
writeFileSync('dist/schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
