/** A partner's page: empty but for what is pasted into it, on an origin of its own, under the policy that is said. */
import { serve, type Server } from '../../e2e/cli/server.js';

export interface Partner extends Server {
  /** What the page holds from now on. */
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
