// What a scripted server can do to a request. Each takes the answer that was scripted for it; what a test leaves out is an honest one.
import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';

const MIB = 1024 * 1024;

/** @type {Record<string, (res: import('node:http').ServerResponse, answer: { status: number, headers: object, body: Buffer }, req: import('node:http').IncomingMessage) => void>} */
export const faults = {
  none(res, { status, headers, body }, req) {
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const same = status === 200 && req.headers['if-none-match'] === etag;
    res.writeHead(same ? 304 : status, { etag, ...headers });
    res.end(same ? undefined : body);
  },

  /** Half of the body, then a TCP reset. */
  reset(res, { status, headers, body }) {
    res.writeHead(status, { ...headers, 'content-length': body.length });
    res.write(body.subarray(0, body.length / 2), () => res.socket?.resetAndDestroy());
  },

  /** Not a byte: what a client sees of a host that is down behind a proxy that is up. */
  hangup(res) {
    res.socket.destroy();
  },

  stall() {},

  /** With the headers goes one byte: Firefox hands out an answer only when its body has begun. */
  'stall-after-head'(res, { status, headers, body }) {
    res.writeHead(status, { ...headers, 'content-length': body.length });
    res.write(body.subarray(0, 1));
  },

  /** One byte a second. */
  drip(res, { status, headers, body }) {
    res.writeHead(status, { ...headers, 'content-length': body.length });
    let sent = 0;
    const drop = () => res.write(body.subarray(sent, ++sent));
    const timer = setInterval(drop, 1000);
    res.once('close', () => clearInterval(timer));
    drop();
  },

  loop(res, { headers }, req) {
    res.writeHead(301, { ...headers, location: req.url }).end();
  },

  /** To the address in `location`, on whatever host. */
  redirect(res, { headers, body }) {
    res.writeHead(302, { ...headers, location: body.toString() }).end();
  },

  /** 50 MB, as fast as it is taken. */
  flood(res, { status, headers }) {
    pour(res, { status, headers }, Buffer.alloc(MIB, ' '), 50);
  },

  /** Until the client hangs up. WebKit reads 50 MB ahead before anybody can say that it is enough. */
  endless(res, { status, headers }) {
    pour(res, { status, headers }, Buffer.alloc(MIB, ' '), Infinity);
  },

  /** A gzip stream of 1 GB of zeros. Its check sum is missing: nobody may read that far. */
  'gzip-bomb'(res, { status, headers }) {
    // After a full flush a deflate stream knows nothing of what came before, so that one piece can be sent over and over.
    const piece = deflateRawSync(Buffer.alloc(16 * MIB), { finishFlush: constants.Z_FULL_FLUSH });
    res.writeHead(status, { ...headers, 'content-encoding': 'gzip' });
    res.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]));
    for (let sent = 0; sent < 64; sent++) res.write(piece);
    res.end();
  },
};

function pour(res, { status, headers }, piece, times) {
  res.writeHead(status, headers);
  let left = times;
  const more = () => {
    while (left-- > 0) if (!res.write(piece)) return;
    res.end();
  };
  res.on('drain', more);
  more();
}
