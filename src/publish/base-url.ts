/** The address of a site: which ones a site can have. */
import { policySource } from '../escape/policy.js';
import { OptionError } from './publish-error.js';

/**
 * Returns the address with a slash at its end.
 * @param name how the message names the address
 * @throws OptionError for an address that a site cannot have
 */
export function parseBaseUrl(text: string, name = 'The address'): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new OptionError(`${name} ${text} is not an address. Write it as https://example.org/cases/`);
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new OptionError(`${name} ${text} is not a plain web address. Write an https address without a query, a fragment or a user name.`);
  if (policySource(url.href) === undefined)
    throw new OptionError(`${name} ${text} has a host that a Content-Security-Policy cannot name. Use another host.`);
  // WordPress embeds an address only if it contains "https" once.
  if (/https/i.test(url.href.slice(5)))
    throw new OptionError(`${name} ${text} contains "https" twice, and WordPress would not embed it. Use another path.`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
