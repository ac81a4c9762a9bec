/** Watches everything that a script out of a feed would do in this page, and an address that nobody may ask. */
import { Script } from '../../support/servers/client.js';

declare global {
  var pwned: unknown;
}

export class Tripwire {
  private readonly touched: string[] = [];

  private constructor(private readonly server: Script) {}

  static async set(): Promise<Tripwire> {
    const wire = new Tripwire(await Script.of({ body: 'pwned=1', headers: { 'content-type': 'text/javascript' } }));
    const { touched } = wire;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) window[name] = () => void touched.push(name) as never;
    Object.defineProperty(globalThis, 'pwned', {
      configurable: true,
      set: () => {
        touched.push('pwned');
      },
    });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      touched.push(`${effectiveDirective} ${blockedURI}`),
    );
    addEventListener('unhandledrejection', ({ reason }) => touched.push(String(reason)));
    addEventListener('error', ({ message }) => touched.push(message));
    return wire;
  }

  /** An address that is nobody's business. */
  get address(): string {
    return this.server.url;
  }

  /** What happened so far, once what was under way had the time to happen. */
  async sprung(): Promise<string[]> {
    const painted = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await painted;
    const seen = await this.server.seen();
    return [...this.touched, ...seen.map(({ method }) => `${method} ${this.address}`)];
  }
}
