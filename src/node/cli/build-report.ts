/// <reference types="node" />
/** Prints what `placard build` made. */
import { quoteForTerminal } from '../../escape/terminal.js';
import type { BuiltSite, DeadLink, Page } from '../../publish/build-site.js';
import type { FeedDocument } from '../../publish/feed-document.js';
import { writeError, writeLine } from '../io/output.js';

export const siteJson = ({ pages, built, dead }: BuiltSite): Pick<BuiltSite, 'pages' | 'built' | 'dead'> => ({ pages, built, dead });

export function printSite({ pages, built, heavy, dead }: BuiltSite, out: string, base: string): void {
  printPages(pages, built, out, base);
  for (const { id, bytes } of heavy)
    writeError(
      `placard: The feed of ${quoteForTerminal(id)} has ${Math.ceil(bytes / 1000)} kB, which each page loads. Shorten its texts, or link to them.`,
    );
  printDeadLinks(dead);
}

/** Links that are printed one by one. */
const MAX_PRINTED_LINKS = 5;

function printDeadLinks(dead: readonly DeadLink[]): void {
  if (!dead.length) return;
  const count = dead.length === 1 ? 'One address leads' : `${dead.length} addresses lead`;
  writeError(`placard: ${count} to a file that the site does not have. Copy the file into the folder, or correct the address:`);
  for (const { id, url } of dead.slice(0, MAX_PRINTED_LINKS)) writeError(`  ${url} in ${quoteForTerminal(id)}`);
  if (dead.length > MAX_PRINTED_LINKS) writeError(`  … and ${dead.length - MAX_PRINTED_LINKS} more`);
}

/** Pages that are printed one by one. */
const MAX_PRINTED_PAGES = 50;

function printPages(pages: readonly Page[], built: readonly string[], out: string, base: string): void {
  for (const { url, embed, title } of pages.slice(0, MAX_PRINTED_PAGES)) {
    writeLine(title ? `${url}  ${quoteForTerminal(title)}` : url);
    writeLine(`  For partners: ${embed}`);
  }
  if (pages.length > MAX_PRINTED_PAGES) writeLine(`… and ${pages.length - MAX_PRINTED_PAGES} more. ${base} lists all of them.`);
  if (built.length < pages.length) writeLine(`${pages.length - built.length} of ${pages.length} did not change, and stay as they are.`);
  writeLine(`${out} is ready. Publish it as ${base}`);
}

export function printAddressWarnings(document: FeedDocument, signed: boolean, base: string): void {
  if (signed && document.feed_url !== `${base}feed.json`) {
    writeError(`placard: The feed is signed for ${String(document.feed_url)}, and its new address is ${base}feed.json.`);
    writeError(
      'placard: Pages that pin a key accept the feed only from its "feed_url". Set "feed_url" to the new address, then sign again.',
    );
  }
  if (base.startsWith('http:')) writeError('placard: The address is not https. Pages with https cannot frame or load it.');
}
