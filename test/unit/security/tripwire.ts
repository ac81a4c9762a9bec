/** Watches for actions of a script from a feed in this page, and for requests to a forbidden address. */
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

  /** An address that no element may fetch. */
  get address(): string {
    return this.server.url;
  }

  /** Resolves with the recorded actions, after pending tasks have finished. */
  async sprung(): Promise<string[]> {
    const painted = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await painted;
    const seen = await this.server.seen();
    return [...this.touched, ...seen.map(({ method }) => `${method} ${this.address}`)];
  }
}
