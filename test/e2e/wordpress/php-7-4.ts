/** PHP 7.4, the oldest that the plugin promises. No system packages it now, so this one is compiled to WebAssembly. It has no sodium. */
import { EventEmitter, once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
// @ts-expect-error the package has no types
import * as php74 from '@php-wasm/node-7-4';
import { __private__dont__use, loadPHPRuntime, PHP, PHPRequestHandler, setPhpIniEntries, type HTTPMethod } from '@php-wasm/universal';
import type { OpenPhp } from './php.js';

/** WebAssembly has no sockets of files. The connection to this address goes to the socket of the database. */
const DATABASE = '127.0.0.1:3306';

/** Mounts a folder of this machine in the file system of PHP. */
interface FileSystem {
  filesystems: { NODEFS: unknown };
  mount(type: unknown, options: { root: string }, path: string): void;
}

export const openPhp74: OpenPhp = async (folder, socket) => {
  const websocket = { url: (_: unknown, host: string, port: number) => `tcp://${host}:${port}`, decorator: () => connectionTo(socket) };
  const php = new PHP(await loadPHPRuntime(await php74.getPHPLoaderModule(), { ENV: { DB_HOST: DATABASE }, websocket }));
  // A script that changes within two seconds must not come from the cache.
  await setPhpIniEntries(php, { 'opcache.enable': '0', memory_limit: '128M' });
  php.mkdirTree(folder);
  const { filesystems, mount } = (php as unknown as { [__private__dont__use]: { FS: FileSystem } })[__private__dont__use].FS;
  mount(filesystems.NODEFS, { root: folder }, folder);
  const server = createServer();
  return {
    async run(scriptPath) {
      const { text, errors, exitCode } = await php.run({ scriptPath });
      if (exitCode) throw new Error(errors || text);
      return text;
    },
    async serve(documentRoot, url) {
      server.on('request', answerWith(new PHPRequestHandler({ php, documentRoot, absoluteUrl: url, cookieStore: false })));
      server.listen(Number(new URL(url).port), 'localhost');
      await once(server, 'listening');
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      php.exit();
    },
  };
};

const answerWith =
  (handler: PHPRequestHandler): RequestListener =>
  async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answer = await handler.request({ url: request.url!, method: request.method as HTTPMethod, headers, body: await text(request) });
    response.writeHead(answer.httpStatusCode, answer.headers).end(answer.bytes);
  };

/** Returns a class that PHP uses as a WebSocket, and that is a plain connection. */
const connectionTo = (database: string) =>
  class extends EventEmitter {
    readonly OPEN = 1;
    readonly CLOSING = 2;
    readonly CLOSED = 3;
    readyState = 0;
    readonly #socket: Socket;

    constructor(url: string) {
      super();
      const { host, hostname, port } = new URL(url);
      this.#socket = host === DATABASE ? connect(database) : connect(Number(port), hostname);
      this.#socket.on('connect', () => this.#become(this.OPEN, 'open'));
      this.#socket.on('data', (data) => this.emit('message', data, true));
      this.#socket.on('error', (error) => this.emit('error', error));
      this.#socket.on('close', () => this.#become(this.CLOSED, 'close'));
    }

    #become(state: number, event: string) {
      this.readyState = state;
      this.emit(event);
    }

    addEventListener = this.on;
    removeEventListener = this.off;

    send(data: ArrayBuffer) {
      this.#socket.write(new Uint8Array(data));
    }

    setSocketOpt() {}

    close() {
      this.#socket.end();
    }
  };
