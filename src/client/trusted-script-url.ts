/** The DOM's types ask for a string where a page under Trusted Types has to give a trusted address. */
interface TrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string } };
}

/** An address that a script may have, under the one policy name that a page has to allow for Lit anyway. */
export function trustedScriptUrl(url: string): string {
  return (window as TrustedTypes).trustedTypes?.createPolicy('lit-html', { createScriptURL: () => url }).createScriptURL('') ?? url;
}
