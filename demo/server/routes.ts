/** The routes of the demo that are not files: the feed, its control, and the states of the gallery. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { STEPS, VARIANTS, type Publication, type Published } from './publication.js';

export type RouteHandler = (req: IncomingMessage, res: ServerResponse, query: URLSearchParams) => void | Promise<void>;

const FEED = {
  'Content-Type': 'application/feed+json; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After, Date, Age',
};
/** Short, so that the demo shows a change within seconds. A real publisher uses a minute or more. */
const DEMO_CACHE_CONTROL = 'max-age=2';
/** ms until the feed that never answers closes its connection, so that a forgotten tab does not keep it open. */
const MAX_HANG_MS = 10 * 60_000;
/** Bytes of a request. */
const MAX_BODY = 1000;

/** Returns the handlers by method and path. */
export function routes(publication: Publication): Record<string, RouteHandler> {
  const answeredIds = new Set<string>();
  return {
    'GET /feed.json': (req, res) => (publication.fault === 'down' ? down(res) : send(req, res, publication.feed)),
    'GET /control': (_req, res) => json(res, 200, publication.state),
    'POST /control': async (req, res) => {
      if (!isFromOwnPage(req)) return json(res, 403, { error: 'Send JSON from a page of this demo.' });
      const { step, fault } = await body(req);
      const known = STEPS.find((each) => each.step === step);
      if (known) await publication.publish(known.step);
      else if (fault === 'down' || fault === 'none') publication.fault = fault;
      else return json(res, 400, { error: 'Unknown step or fault.' });
      json(res, 200, publication.state);
    },

    'GET /slow.json': (_req, res) => {
      const timer = setTimeout(() => res.destroy(), MAX_HANG_MS);
      res.once('close', () => clearTimeout(timer));
    },
    'GET /stale.json': async (req, res, query) => {
      const once = query.get('once') ?? '';
      if (answeredIds.has(once)) return down(res);
      answeredIds.add(once);
      send(req, res, await publication.variant(() => {}));
    },
    ...Object.fromEntries(
      Object.entries(VARIANTS).map(([name, change]): [string, RouteHandler] => [
        `GET /${name}.json`,
        async (req, res) => send(req, res, await publication.variant(change)),
      ]),
    ),
  };
}

/** Rejects requests from other sites: a form cannot send JSON, and a rebound host name has another origin. */
function isFromOwnPage({ headers, socket }: IncomingMessage): boolean {
  const ownOrigins = ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${socket.localPort}`);
  return ownOrigins.includes(headers.origin ?? '') && /^application\/json\b/i.test(headers['content-type'] ?? '');
}

async function body(req: IncomingMessage): Promise<{ step?: unknown; fault?: unknown }> {
  if (!(Number(req.headers['content-length']) <= MAX_BODY)) return {};
  try {
    return Object(JSON.parse(await text(req))) as { step?: unknown; fault?: unknown };
  } catch {
    return {};
  }
}

function send(req: IncomingMessage, res: ServerResponse, { body, etag }: Published): void {
  const headers = { ...FEED, ETag: etag, 'Cache-Control': DEMO_CACHE_CONTROL };
  const etags = (req.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (etags.includes(etag) || etags.includes('*')) res.writeHead(304, headers).end();
  else res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body);
}

function down(res: ServerResponse): void {
  res.writeHead(503, { ...FEED, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end('The feed is down.');
}

export function json(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }).end(JSON.stringify(value));
}
