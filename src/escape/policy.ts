/** Converts addresses to sources of a Content-Security-Policy. */

/**
 * Returns the origin of an address; undefined if a policy cannot name it. The host of a URL may contain `;` and `,`, which end a
 * directive and a policy, and may be `*`, which allows every host.
 */
export function policySource(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const named = url && /^https?:$/.test(url.protocol) && /^([\w-]+(\.[\w-]+)*\.?|\[[\da-f:.]+\])$/i.test(url.hostname);
  return named ? url.origin : undefined;
}

/** Returns the sources of addresses, without duplicates. Omits addresses that a policy cannot name. */
export function policySources(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => policySource(address) ?? []))];
}
