/** Opens a partner's page with its own policy in a frame, and reads its content, reports, requests and globals. */

export interface SiteOptions {
  /** The complete `Content-Security-Policy`. */
  policy?: string;
  /** Default `intact`. */
  parts?: 'intact' | 'tampered' | 'missing';
  /** The HTML of the body. It must load `placard.js` itself. */
  body: string;
  head?: string;
  /** The fragment of the address, such as `#secret=1`. */
  hash?: string;
  /** More files of the site, by name. */
  files?: Record<string, string>;
}

/** The first script of each page. It records reports and faults. */
const OBSERVER = `
  var reports = [];
  addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
  var faults = [];
  addEventListener('error', (event) => faults.push(String(event.message || event.target.src || event.target.href)), true);
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
`;

/** The globals of the observer. */
export interface Observed extends Window {
  readonly reports: string[];
  readonly faults: string[];
  readonly tampered?: number;
}

/** Builds the bundles before the tests, because a build is slower than the timeout of a test. */
export function bundled(): void {
  before(async function () {
    this.timeout(180_000);
    await fetch('/__sites/ready');
  });
}

export class Site {
  private constructor(
    readonly path: string,
    readonly frame: HTMLIFrameElement,
  ) {}

  static async open({ body, head = '', hash = '', files, ...site }: SiteOptions, attributes: Record<string, string> = {}): Promise<Site> {
    const html = `<!doctype html><html lang="en"><head><title>Partner</title><script src="observer.js"></script>${head}</head><body>${body}</body></html>`;
    const response = await fetch('/__sites/new', {
      method: 'POST',
      body: JSON.stringify({ ...site, html, files: { 'observer.js': OBSERVER, ...files } }),
    });
    const path = (await response.json()) as string;
    const frame = document.createElement('iframe');
    for (const [name, value] of Object.entries({ width: '800', height: '600', ...attributes })) frame.setAttribute(name, value);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = path + hash;
    document.body.append(frame);
    await loaded;
    return new Site(path, frame);
  }

  get window(): Observed & typeof globalThis {
    return this.frame.contentWindow as Observed & typeof globalThis;
  }

  get document(): Document {
    return this.frame.contentDocument!;
  }

  element(selector: string): HTMLElement {
    return this.document.querySelector<HTMLElement>(selector)!;
  }

  /** Calls `check` in each frame, and resolves with its first result. Rejects before the timeout of the test. */
  async until<T>(check: () => T | null | undefined | false): Promise<T> {
    const end = performance.now() + 15_000;
    for (;;) {
      const found = check();
      if (found) return found;
      if (performance.now() > end)
        throw new Error(`not fulfilled: ${String(check)}; ${[...this.window.reports, ...this.window.faults].join('; ')}`);
      await new Promise(requestAnimationFrame);
    }
  }

  /** Returns the requests to the site's own server. */
  async serverLog(): Promise<string[]> {
    return (await (await fetch(`${this.path}log`)).json()) as string[];
  }

  /** The addresses of all requests of the page, to any host. */
  get requests(): string[] {
    return this.window.performance.getEntriesByType('resource').map(({ name }) => name);
  }

  close(): void {
    this.frame.remove();
  }
}
