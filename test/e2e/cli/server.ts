/** HTTP servers on free ports of this machine, which the test closes. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface Server extends AsyncDisposable {
  /** Address, with a slash at its end. */
  url: string;
}

export async function serve(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Serves a folder as a host with the settings of `_headers` does. `own` has other responses by path. */
export function serveFolder(folder: () => string, own: Record<string, string> = {}, asked?: (path: string) => void): Promise<Server> {
  return serve((req, res) => {
    asked?.(req.url!);
    res.setHeader('Access-Control-Allow-Origin', '*');
    res.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After, Date, Age');
    if (own[req.url!]) res.setHeader('Content-Type', 'application/feed+json').end(own[req.url!]);
    else sirv(folder(), { dev: true, etag: true, dotfiles: true })(req, res, () => void res.writeHead(404).end());
  });
}
