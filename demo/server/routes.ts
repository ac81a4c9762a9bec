/** What the demo answers besides files: the feed, its control, and the situations of the gallery. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { STEPS, type Publication, type Published } from './publication.js';

export type Answer = (req: IncomingMessage, res: ServerResponse, query: URLSearchParams) => void | Promise<void>;

const FEED = {
  'Content-Type': 'application/feed+json; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After, Date, Age',
};
/** Short, so that the demo shows a change within seconds. A real publisher says a minute or more. */
const BRIEFLY = 'max-age=2';
/** A feed that never answers lets go by itself, so that a forgotten tab holds nothing. */
const SLOWEST = 10 * 60_000;
const LONGEST_BODY = 1000;

/** Answers by method and path. */
export function routes(publication: Publication): Record<string, Answer> {
  const answered = new Set<string>();
  return {
    'GET /feed.json': (req, res) => (publication.fault === 'down' ? down(res) : send(req, res, publication.feed)),
    'GET /control': (_req, res) => json(res, 200, publication.state),
    'POST /control': async (req, res) => {
      if (!fromOwnPage(req)) return json(res, 403, { error: 'Only JSON, and only from a page of this demo.' });
      const { step, fault } = await body(req);
      const known = STEPS.find((each) => each.step === step);
      if (known) await publication.publish(known.step);
      else if (fault === 'down' || fault === 'none') publication.fault = fault;
      else return json(res, 400, { error: 'Neither a known step nor a known fault.' });
      json(res, 200, publication.state);
    },

    'GET /slow.json': (_req, res) => {
      const timer = setTimeout(() => res.destroy(), SLOWEST);
      res.once('close', () => clearTimeout(timer));
    },
    'GET /stale.json': async (req, res, query) => {
      const once = query.get('once') ?? '';
      if (answered.has(once)) return down(res);
      answered.add(once);
      send(req, res, await publication.variant(() => {}));
    },
    'GET /empty.json': async (req, res) => send(req, res, await publication.variant((feed) => (feed.items = []))),
    'GET /no-picture.json': async (req, res) => {
      const variant = await publication.variant((feed) => {
        for (const item of feed.items) {
          delete item.image;
          delete item._placard?.media;
        }
      });
      send(req, res, variant);
    },
  };
}

/** A page elsewhere must not steer what is shown here: a form cannot send JSON, and a rebound name is not one of ours. */
function fromOwnPage({ headers, socket }: IncomingMessage): boolean {
  const own = ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${socket.localPort}`);
  return own.includes(headers.origin ?? '') && /^application\/json\b/i.test(headers['content-type'] ?? '');
}

async function body(req: IncomingMessage): Promise<{ step?: unknown; fault?: unknown }> {
  if (!(Number(req.headers['content-length']) <= LONGEST_BODY)) return {};
  try {
    return Object(JSON.parse(await text(req))) as { step?: unknown; fault?: unknown };
  } catch {
    return {};
  }
}

function send(req: IncomingMessage, res: ServerResponse, { body, etag }: Published): void {
  const headers = { ...FEED, ETag: etag, 'Cache-Control': BRIEFLY };
  const held = (req.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (held.includes(etag) || held.includes('*')) res.writeHead(304, headers).end();
  else res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body);
}

function down(res: ServerResponse): void {
  res.writeHead(503, { ...FEED, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end('The feed is down.');
}

export function json(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }).end(JSON.stringify(value));
}
