/**
 * Evaluates a page's Content-Security-Policy (CSP Level 3, https://www.w3.org/TR/CSP3/) for scripts, feeds and pictures. A page can have
 * several policies, and each of them must allow an address.
 */

/** Directive names in lower case, and their values. */
export type Policy = ReadonlyMap<string, readonly string[]>;

export interface RequestedResource {
  url: URL;
  nonce?: string;
  integrity?: string;
}

/** @param texts values of headers and of `<meta>` elements; one header can have several policies */
export function parsePolicies(texts: readonly string[]): Policy[] {
  return texts
    .flatMap((text) => text.split(','))
    .map(parsePolicy)
    .filter((policy) => policy.size > 0);
}

function parsePolicy(text: string): Policy {
  const policy = new Map<string, string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...values] = directive.trim().split(/\s+/);
    // The first directive of a name counts.
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), values);
  }
  return policy;
}

const FALLBACKS = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
  image: ['img-src', 'default-src'],
} as const;

/** Returns the directive that blocks the address, as it is written; undefined if all policies allow it. */
export function blockingDirective(
  policies: readonly Policy[],
  kind: keyof typeof FALLBACKS,
  resource: RequestedResource,
  page: URL,
): string | undefined {
  for (const policy of policies) {
    const name = FALLBACKS[kind].find((each) => policy.has(each));
    const sources = name === undefined ? undefined : policy.get(name)!;
    if (sources && !(kind === 'script' ? allowsScript(sources, resource, page) : allowsUrl(sources, resource.url, page)))
      return [name, ...sources].join(' ');
  }
  return undefined;
}

/** Returns whether a sandbox blocks all scripts. */
export const blocksScripts = (policies: readonly Policy[]): boolean =>
  policies.some((policy) => policy.has('sandbox') && !policy.get('sandbox')!.includes('allow-scripts'));

/** Returns whether the page can create a Trusted Types policy of this name. `*` allows every name, but not `'allow-duplicates'`. */
export function allowsTrustedTypesPolicy(policies: readonly Policy[], name: string): boolean {
  const required = policies.some((policy) => policy.get('require-trusted-types-for')?.includes("'script'"));
  return (
    !required ||
    policies.every((policy) => {
      const names = policy.get('trusted-types');
      return !names || names.includes(name) || (names.includes('*') && !name.startsWith("'"));
    })
  );
}

function allowsScript(sources: readonly string[], { url, nonce, integrity }: RequestedResource, page: URL): boolean {
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  const hashes = integrity?.split(/\s+/).filter(Boolean) ?? [];
  if (hashes.length && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  if (sources.some((source) => /^'strict-dynamic'$/i.test(source))) return false; // it disables allowed addresses
  return allowsUrl(sources, url, page);
}

function allowsUrl(sources: readonly string[], url: URL, page: URL): boolean {
  return sources.some((source) => {
    if (/^'self'$/i.test(source)) return matchesSelf(url, page);
    if (source === '*') return /^(https?|wss?):$/.test(url.protocol) || url.protocol === page.protocol;
    if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return schemeMatches(source.toLowerCase(), url.protocol);
    return hostMatches(source, url, page);
  });
}

/** `http:` allows https too; `https:` does not allow http. */
const schemeMatches = (allowed: string, actual: string): boolean => allowed === actual || (allowed === 'http:' && actual === 'https:');

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : protocol === 'http:' ? '80' : '');

function matchesSelf(url: URL, page: URL): boolean {
  const isDefaultUpgrade = portOf(page) === '80' && portOf(url) === '443';
  return url.hostname === page.hostname && schemeMatches(page.protocol, url.protocol) && (portOf(url) === portOf(page) || isDefaultUpgrade);
}

const HOST_SOURCE = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_.-]+|\[[0-9a-f:]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i;

function hostMatches(source: string, url: URL, page: URL): boolean {
  const [, scheme, host, port, path] = HOST_SOURCE.exec(source) ?? [];
  if (host === undefined) return false; // a keyword, a hash, a nonce
  if (!schemeMatches(scheme ? `${scheme.toLowerCase()}:` : page.protocol, url.protocol)) return false;
  const hostPattern = host.toLowerCase();
  if (hostPattern !== '*' && !(hostPattern.startsWith('*.') ? url.hostname.endsWith(hostPattern.slice(1)) : url.hostname === hostPattern))
    return false;
  const portMatches =
    port === undefined
      ? ['80', '443', ''].includes(url.port)
      : port === '*' || portOf(url) === port || (port === '80' && portOf(url) === '443');
  if (!portMatches) return false;
  if (!path || path === '/') return true;
  return path.endsWith('/') ? url.pathname.startsWith(decodePath(path)) : decodePath(url.pathname) === decodePath(path);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
