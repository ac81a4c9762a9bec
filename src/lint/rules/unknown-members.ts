/** Checks for fields that the format does not know: a misspelled name loses its value without an error. */
import { fieldNamesAt } from '../schema-lookup.js';
import { nearest } from '../suggest.js';
import { walk, isJsonObject } from '../json-pointer.js';
import type { RuleContext, Warning } from './rule-context.js';

/** Fields of JSON Feed 1.1 that this format does not use. */
const JSON_FEED = ['user_comment', 'next_url', 'hubs'];
const COMMENT_FIELD = '_comment';

export function* unknownMemberRule({ document }: RuleContext): Generator<Warning> {
  for (const { path, value } of walk(document)) {
    if (!isJsonObject(value)) continue;
    const known = fieldNamesAt(path);
    if (!known.length) continue;
    for (const name of Object.keys(value)) {
      if (known.includes(name) || JSON_FEED.includes(name)) continue;
      if (name === COMMENT_FIELD) yield commentWarning(`${path}/${name}`);
      else if (!name.startsWith('_') || nearest(name, known)) yield unknownFieldWarning(path, name, known);
    }
  }
}

function unknownFieldWarning(path: string, name: string, known: string[]): Warning {
  const suggestion = nearest(name, known);
  const belongsInExtension = fieldNamesAt(`${path}/_placard`).includes(name);
  return {
    code: 'unknown-member',
    path: `${path}/${name}`,
    message: `"${name}" is not a field of the format here, so its value is never shown.`,
    fix: suggestion
      ? `Did you mean "${suggestion}"?`
      : belongsInExtension
        ? `Move it into "_placard".`
        : 'Remove it, or move your own notes to "_comment".',
  };
}

function commentWarning(path: string): Warning {
  return {
    code: 'guidance-left',
    path,
    message: 'This comment is for authors, and every reader downloads it.',
    fix: 'Run "placard revise", which removes it.',
  };
}
