/** Marks HTML of the builder as trusted, where the page requires Trusted Types. */
interface TrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string } };
}

// The policy of the page applies inside the snippet too: it allows only code from the host of the scripts.
const policy = (window as TrustedTypes).trustedTypes?.createPolicy('builder', { createHTML: (html) => html });

export const trustedHtml = (html: string): string => (policy?.createHTML(html) ?? html) as string;
