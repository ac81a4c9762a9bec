/** Members that the format does not know are ignored: a slip of a finger loses what stands there, without a word. */
import { fieldNamesAt } from '../schema-lookup.js';
import { nearest } from '../suggest.js';
import { walk, isJsonObject } from '../json-pointer.js';
import type { RuleContext, Warning } from './rule-context.js';

/** Members of JSON Feed 1.1 that this format has no use for. */
const JSON_FEED = ['user_comment', 'next_url', 'hubs', 'attachments'];
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
    message: `The format knows no "${name}" here: what it says is never shown.`,
    fix: suggestion
      ? `Did you mean "${suggestion}"?`
      : belongsInExtension
        ? `Move it into "_placard".`
        : 'Take it out; a remark of your own goes into "_comment".',
  };
}

function commentWarning(path: string): Warning {
  return {
    code: 'guidance-left',
    path,
    message: 'This remark is for those who write the feed; every reader downloads it.',
    fix: 'Take it out before you publish; "placard revise" does it.',
  };
}
