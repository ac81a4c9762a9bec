/** How a browser test scripts the servers of `plugin.mjs`, and reads what they saw. */

export interface Answer {
  /** What the server does instead of an honest answer: `faults.mjs`. */
  fault?: 'hangup' | 'reset' | 'stall' | 'stall-after-head' | 'drip' | 'loop' | 'redirect' | 'flood' | 'endless' | 'gzip-bomb';
  /** Default 200; an honest 200 bears a strong `ETag`, and is revalidated with a 304. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** A body that is no UTF-8 text. */
  base64?: string;
  /** Default: shared with every origin, and its headers exposed. */
  cors?: 'exposed' | 'plain' | 'none';
}

/** One request as a server saw it. */
export interface Seen {
  readonly method: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The client hung up before the answer was whole. */
  readonly broken: boolean;
}

export class Script {
  private constructor(
    private readonly path: string,
    /** Of another origin than the page. */
    readonly url: string,
    /** The same on a second host. */
    readonly second: string,
    /** The same on the page's own origin. */
    readonly own: string,
    /** The same where nobody listens. */
    readonly refusing: string,
  ) {}

  /** One answer for each request, the last one for all that follow. */
  static async of(...answers: Answer[]): Promise<Script> {
    const { path, hosts, refusing } = (await post('script', { answers })) as { path: string; hosts: [string, string]; refusing: string };
    return new Script(path, hosts[0] + path, hosts[1] + path, location.origin + path, refusing + path);
  }

  async replace(...answers: Answer[]): Promise<void> {
    await post('script', { path: this.path, answers });
  }

  /** The requests so far, once there are at least so many, and so many of them broken off. */
  seen(requests = 0, broken = 0): Promise<Seen[]> {
    return post('log', { path: this.path, requests, broken }) as Promise<Seen[]>;
  }
}

async function post(what: string, body: object): Promise<unknown> {
  const response = await fetch(`/__servers/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json() as Promise<unknown>;
}
