/** An address as a source of a Content-Security-Policy. */

/**
 * The origin of an address; undefined where a policy cannot name it. A URL's host may hold `;` and `,`, which end a directive and a
 * policy, and may be `*`, which allows every host.
 */
export function policySource(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const named = url && /^https?:$/.test(url.protocol) && /^([\w-]+(\.[\w-]+)*\.?|\[[\da-f:.]+\])$/i.test(url.hostname);
  return named ? url.origin : undefined;
}

/** The sources of addresses, each once; those that a policy cannot name are left out. */
export function policySources(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => policySource(address) ?? []))];
}
