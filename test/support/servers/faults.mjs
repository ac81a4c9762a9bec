// The faults of a scripted server. Each one gets the scripted response. Without a fault, the server answers correctly.
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

  /** Sends half of the body, then a TCP reset. */
  reset(res, { status, headers, body }) {
    res.writeHead(status, { ...headers, 'content-length': body.length });
    res.write(body.subarray(0, body.length / 2), () => res.socket?.resetAndDestroy());
  },

  /** Closes the connection without a byte, like a proxy whose host is offline. */
  hangup(res) {
    res.socket.destroy();
  },

  stall() {},

  /** Sends the headers and one byte: Firefox waits for the body before it resolves fetch(). */
  'stall-after-head'(res, { status, headers, body }) {
    res.writeHead(status, { ...headers, 'content-length': body.length });
    res.write(body.subarray(0, 1));
  },

  /** Sends one byte per second. */
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

  /** Redirects to the address in the body. */
  redirect(res, { headers, body }) {
    res.writeHead(302, { ...headers, location: body.toString() }).end();
  },

  /** Sends 50 MB at full speed. */
  flood(res, { status, headers }) {
    pour(res, { status, headers }, Buffer.alloc(MIB, ' '), 50);
  },

  /** Sends data until the client closes the connection. WebKit reads 50 MB ahead before a script can stop it. */
  endless(res, { status, headers }) {
    pour(res, { status, headers }, Buffer.alloc(MIB, ' '), Infinity);
  },

  /** Sends a gzip stream of 1 GB of zeros, without a checksum: a client must stop before the end. */
  'gzip-bomb'(res, { status, headers }) {
    // After a full flush, a deflate stream has no history, so one piece can be sent repeatedly.
    const piece = deflateRawSync(Buffer.alloc(16 * MIB), { finishFlush: constants.Z_FULL_FLUSH });
    res.writeHead(status, { ...headers, 'content-encoding': 'gzip' });
    res.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]));
    for (let sent = 0; sent < 64; sent++) res.write(piece);
    res.end();
  },
};

function pour(res, { status, headers }, piece, times) {
  res.writeHead(status, headers);
  let remaining = times;
  const more = () => {
    while (remaining-- > 0) if (!res.write(piece)) return;
    res.end();
  };
  res.on('drain', more);
  more();
}
