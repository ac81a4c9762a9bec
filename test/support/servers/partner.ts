/** Serves a partner's page on its own origin: an empty page with the pasted HTML and policy. */
import { serve, type Server } from '../../e2e/cli/server.js';

export interface Partner extends Server {
  /** Sets the HTML and the policy of the page. */
  paste(html: string, policy?: string): void;
}

export async function servePartner(): Promise<Partner> {
  let pasted = '';
  let policy = '';
  const server = await serve((_req, res) => {
    if (policy) res.setHeader('Content-Security-Policy', policy);
    res.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><html lang="en"><title>Partner</title>${pasted}`);
  });
  return Object.assign(server, { paste: (html: string, under = '') => void ([pasted, policy] = [html, under.replaceAll('\n', ' ')]) });
}
