/** TypeScript's DOM library does not declare Trusted Types. */
interface TrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string } };
}

/** Returns an address for the `src` of a script. Uses the policy name of Lit, which the page must allow for Lit already. */
export function trustedScriptUrl(url: string): string {
  return (window as TrustedTypes).trustedTypes?.createPolicy('lit-html', { createScriptURL: () => url }).createScriptURL('') ?? url;
}
