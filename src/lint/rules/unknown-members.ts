/** Members that the format does not know are ignored: a slip of a finger loses what stands there, without a word. */
import { membersAt } from '../schema-lookup.js';
import { nearest } from '../suggest.js';
import { everything, isJson } from '../json-pointer.js';
import type { Subject, Warning } from './rule-context.js';

/** Members of JSON Feed 1.1 that this format has no use for. */
const JSON_FEED = ['user_comment', 'next_url', 'hubs', 'attachments'];
const GUIDANCE = '_comment';

export function* membersKnown({ document }: Subject): Generator<Warning> {
  for (const { path, value } of everything(document)) {
    if (!isJson(value)) continue;
    const known = membersAt(path);
    if (!known.length) continue;
    for (const name of Object.keys(value)) {
      if (known.includes(name) || JSON_FEED.includes(name)) continue;
      if (name === GUIDANCE) yield guidance(`${path}/${name}`);
      else if (!name.startsWith('_') || nearest(name, known)) yield unknown(path, name, known);
    }
  }
}

function unknown(path: string, name: string, known: string[]): Warning {
  const near = nearest(name, known);
  const inside = membersAt(`${path}/_placard`).includes(name);
  return {
    code: 'unknown-member',
    path: `${path}/${name}`,
    what: `The format knows no "${name}" here: what it says is never shown.`,
    instead: near
      ? `Did you mean "${near}"?`
      : inside
        ? `Move it into "_placard".`
        : 'Take it out; a remark of your own goes into "_comment".',
  };
}

function guidance(path: string): Warning {
  return {
    code: 'guidance-left',
    path,
    what: 'This remark is for those who write the feed; every reader downloads it.',
    instead: 'Take it out before you publish; "placard revise" does it.',
  };
}
