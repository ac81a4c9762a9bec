/** A partner's page under its own policy, in a frame of the test's page: what it showed, reported, asked for and left behind. */

export interface SiteOptions {
  /** The whole `Content-Security-Policy`. */
  policy?: string;
  /** Default `intact`. */
  parts?: 'intact' | 'tampered' | 'missing';
  /** Of the document's body; `placard.js` is loaded by it where it says so. */
  body: string;
  head?: string;
  /** Behind the address, such as `#secret=1`. */
  hash?: string;
  /** Further files of the site, by name. */
  files?: Record<string, string>;
}

/** What a page under test has to let the test see; the first script on each. */
const OBSERVER = `
  var reports = [];
  addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
  var faults = [];
  addEventListener('error', (event) => faults.push(String(event.message || event.target.src || event.target.href)), true);
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
`;

/** What the observer leaves in the page. */
export interface Observed extends Window {
  readonly reports: string[];
  readonly faults: string[];
  readonly tampered?: number;
}

/** The bundles are built as they are shipped: that takes longer than a test may. */
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
    const made = await fetch('/__sites/new', {
      method: 'POST',
      body: JSON.stringify({ ...site, html, files: { 'observer.js': OBSERVER, ...files } }),
    });
    const path = (await made.json()) as string;
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

  /** Resolves with what `look` finds, looking again with each frame; says what it waited for, before the test's own time is over. */
  async until<T>(look: () => T | null | undefined | false): Promise<T> {
    const end = performance.now() + 15_000;
    for (;;) {
      const found = look();
      if (found) return found;
      if (performance.now() > end) throw new Error(`never: ${String(look)}; ${[...this.window.reports, ...this.window.faults].join('; ')}`);
      await new Promise(requestAnimationFrame);
    }
  }

  /** Everything that was asked of the site's own server. */
  async asked(): Promise<string[]> {
    return (await (await fetch(`${this.path}log`)).json()) as string[];
  }

  /** Every address that the page asked for, wherever. */
  get requests(): string[] {
    return this.window.performance.getEntriesByType('resource').map(({ name }) => name);
  }

  close(): void {
    this.frame.remove();
  }
}
