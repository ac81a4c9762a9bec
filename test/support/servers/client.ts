/** Scripts the servers of `plugin.mjs` from a browser test, and reads their logs. */

export interface StubResponse {
  /** A fault from `faults.mjs` instead of a correct response. */
  fault?: 'hangup' | 'reset' | 'stall' | 'stall-after-head' | 'drip' | 'loop' | 'redirect' | 'flood' | 'endless' | 'gzip-bomb';
  /** Default 200. A correct 200 has a strong `ETag`, and revalidation gets a 304. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** A body that is not UTF-8 text. */
  base64?: string;
  /** Default: every origin may read the body and the headers. */
  cors?: 'exposed' | 'plain' | 'none';
}

/** One request in the log of a server. */
export interface Seen {
  readonly method: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The client closed the connection before the end of the response. */
  readonly broken: boolean;
}

export class Script {
  private constructor(
    private readonly path: string,
    /** An address with another origin than the page. */
    readonly url: string,
    /** The same path on a second host. */
    readonly second: string,
    /** The same path on the page's own origin. */
    readonly own: string,
    /** The same path on a port without a server. */
    readonly refusing: string,
  ) {}

  /** Creates a script with one response per request. The last response repeats. */
  static async of(...answers: StubResponse[]): Promise<Script> {
    const { path, hosts, refusing } = (await post('script', { answers })) as { path: string; hosts: [string, string]; refusing: string };
    return new Script(path, hosts[0] + path, hosts[1] + path, location.origin + path, refusing + path);
  }

  async replace(...answers: StubResponse[]): Promise<void> {
    await post('script', { path: this.path, answers });
  }

  /** Resolves with the log when it has at least `requests` requests, and `broken` of them are interrupted. */
  seen(requests = 0, broken = 0): Promise<Seen[]> {
    return post('log', { path: this.path, requests, broken }) as Promise<Seen[]>;
  }
}

async function post(what: string, body: object): Promise<unknown> {
  const response = await fetch(`/__servers/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json() as Promise<unknown>;
}
