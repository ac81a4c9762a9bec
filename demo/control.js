// @ts-check
/**
 * The demo's own panel, never part of an embed: it publishes the sample case as it stood on each of four days, and takes
 * the feed down. It lives in a shadow root, so that no host page's style reaches it, and makes its nodes one by one, so
 * that it runs under the newsroom's policy.
 *
 * @typedef {{ steps: { step: string, text: string }[], current: string, fault: 'down' | 'none' }} State
 */

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; position: sticky; inset-block-end: 0; z-index: 1000; padding: 0 12px 12px; pointer-events: none; }
  :host([docked]) { position: static; padding: 0; }
  * { box-sizing: border-box; }
  .panel { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; pointer-events: auto; inline-size: fit-content; max-inline-size: 100%;
    margin-inline: auto 0; padding: 5px; color: #f5f5f0; background: #16181c; border: 2px dashed #ffd166;
    font: 14px/1.4 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
  ol { display: contents; list-style: none; }
  button { font: inherit; text-align: start; min-block-size: 32px; padding: 3px 9px; color: inherit; background: #2b2f36; border: 1px solid #8b919b; cursor: pointer; }
  button:hover { background: #3c424b; }
  button[aria-expanded] { border-color: transparent; background: none; color: #ffd166; font-weight: 700; }
  button[aria-expanded]::before { content: "▸ "; }
  button[aria-expanded=true]::before { content: "▾ "; }
  button[aria-current] { background: #ffd166; border-color: #ffd166; color: #16181c; font-weight: 700; }
  button:focus-visible { outline: 3px solid #fff; outline-offset: 1px; }
  p { flex: 1 0 100%; inline-size: 0; margin: 0; padding: 0 9px 2px; font-size: 12px; }
  .shut :is(ol, p, button:not([aria-expanded])) { display: none; }
  .text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  :host([docked]) .panel { display: grid; inline-size: auto; padding: 10px; }
  :host([docked]) p { inline-size: auto; padding: 4px 0 0; }
  :host([docked]) ol button { inline-size: 100%; padding-block: 8px; }
  :host([docked]) button[aria-expanded] { display: none; }
  :host([docked]) .text { all: unset; display: block; font-weight: 400; }
  @media (max-width: 30rem) { :host(:not([docked])) { padding: 0; } }
  @media print { :host { display: none; } }
  @media (forced-colors: active) { button[aria-current] { outline: 3px solid; } }
`);

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @param {(Node | string)[]} children
 */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class DemoControl extends HTMLElement {
  constructor() {
    super();
    this.toggle = make('button', { type: 'button' }, 'Demo control');
    this.toggle.addEventListener('click', () => this.open(this.toggle.getAttribute('aria-expanded') === 'false'));
    this.steps = make('ol');
    this.fault = make('button', { type: 'button' });
    this.fault.addEventListener('click', () => this.ask({ fault: this.fault.value === 'down' ? 'down' : 'none' }));
    this.news = make('p');
    this.news.setAttribute('role', 'status');
    this.panel = make('div', { className: 'panel' }, this.toggle, this.steps, this.fault, this.news);
    this.panel.setAttribute('role', 'region');
    this.panel.setAttribute('aria-label', 'Demo control');
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    root.append(this.panel);
    this.read = () => document.visibilityState === 'visible' && this.ask();
  }

  connectedCallback() {
    // On a small screen the host page comes first.
    this.open(this.hasAttribute('docked') || matchMedia('(min-width: 60rem)').matches);
    document.addEventListener('visibilitychange', this.read); // another tab may have changed the day
    this.ask();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.read);
  }

  /** @param {boolean} open */
  open(open) {
    this.toggle.setAttribute('aria-expanded', String(open));
    this.panel.classList.toggle('shut', !open);
  }

  /** @param {{ step: string } | { fault: 'down' | 'none' }} [wish] */
  async ask(wish) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish) };
    try {
      const response = await fetch('control', wish && post);
      if (!response.ok) throw new Error(String(response.status));
      this.show(await response.json());
    } catch {
      this.news.textContent = 'The demo server does not answer.';
    }
  }

  /** @param {State} state */
  show({ steps, current, fault }) {
    if (!this.steps.childElementCount) this.steps.append(...steps.map((each) => this.step(each)));
    for (const button of this.steps.querySelectorAll('button')) {
      if (button.value === current) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    const down = fault === 'down';
    this.toggle.textContent = `Demo control: ${down ? 'feed down' : day.format(new Date(current))}`;
    this.fault.textContent = down ? 'Bring the feed back' : 'Take the feed down';
    this.fault.value = down ? 'none' : 'down';
    const said = steps.find(({ step }) => step === current)?.text ?? '';
    this.news.textContent = down
      ? 'The feed answers 503. Each card keeps what it showed, says so, and asks again, less and less often.'
      : `${this.hasAttribute('docked') ? '' : said} The cards follow within a few seconds.`.trim();
  }

  /** @param {{ step: string, text: string }} step */
  step({ step, text }) {
    const button = make(
      'button',
      { type: 'button', value: step },
      day.format(new Date(step)),
      make('span', { className: 'text' }, ` ${text}`),
    );
    button.addEventListener('click', () => this.ask({ step }));
    return make('li', {}, button);
  }
}

customElements.define('demo-control', DemoControl);
