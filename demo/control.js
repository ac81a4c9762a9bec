// @ts-check
/**
 * The panel of the demo, which is not part of an embed. It publishes the sample case of each of four days, and takes the feed
 * offline. It is a bar below the page, so that it covers no card. A shadow root protects it from the styles of the host page. It
 * creates its nodes one by one, because the policy of the newsroom forbids markup from strings.
 *
 * @typedef {{ steps: { step: string, text: string }[], current: string, fault: 'down' | 'none' }} State
 */

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; position: sticky; inset-block-end: 0; z-index: 1000; }
  :host([docked]) { position: static; }
  * { box-sizing: border-box; }
  .panel { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: 6px; padding: 5px 12px; color: #f5f5f0; background: #16181c;
    border-block-start: 2px dashed #ffd166; font: 14px/1.4 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
  ol { display: contents; list-style: none; }
  button { font: inherit; text-align: start; min-block-size: 32px; padding: 3px 9px; color: inherit; background: #2b2f36; border: 1px solid #8b919b; cursor: pointer; }
  button:hover { background: #3c424b; }
  button[aria-expanded] { border-color: transparent; background: none; color: #ffd166; font-weight: 700; }
  button[aria-expanded]::before { content: "▸ "; }
  button[aria-expanded=true]::before { content: "▾ "; }
  button[aria-current] { background: #ffd166; border-color: #ffd166; color: #16181c; font-weight: 700; }
  button:focus-visible { outline: 3px solid #fff; outline-offset: 1px; }
  p { flex: 1 1 20em; margin: 0; padding: 0 9px; font-size: 12px; }
  .closed :is(ol, p, button:not([aria-expanded])) { display: none; }
  .text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  :host([docked]) .panel { display: grid; justify-content: stretch; padding: 10px; border: 2px dashed #ffd166; }
  :host([docked]) p { padding: 4px 0 0; }
  :host([docked]) ol button { inline-size: 100%; padding-block: 8px; }
  :host([docked]) button[aria-expanded] { display: none; }
  :host([docked]) .text { all: unset; display: block; font-weight: 400; }
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
function createElement(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class DemoControl extends HTMLElement {
  constructor() {
    super();
    this.toggle = createElement('button', { type: 'button' }, 'Demo control');
    this.toggle.addEventListener('click', () => this.open(this.toggle.getAttribute('aria-expanded') === 'false'));
    this.steps = createElement('ol');
    this.fault = createElement('button', { type: 'button' });
    this.fault.addEventListener('click', () => this.send({ fault: this.fault.value === 'down' ? 'down' : 'none' }));
    this.status = createElement('p');
    this.status.setAttribute('role', 'status');
    this.panel = createElement('div', { className: 'panel' }, this.toggle, this.steps, this.fault, this.status);
    this.panel.setAttribute('role', 'region');
    this.panel.setAttribute('aria-label', 'Demo control');
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    root.append(this.panel);
    this.refresh = () => document.visibilityState === 'visible' && this.send();
  }

  connectedCallback() {
    // Closed on a small screen, so that the page keeps its height.
    this.open(this.hasAttribute('docked') || matchMedia('(min-width: 60rem)').matches);
    document.addEventListener('visibilitychange', this.refresh); // another tab can change the day
    this.send();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.refresh);
  }

  /** @param {boolean} open */
  open(open) {
    this.toggle.setAttribute('aria-expanded', String(open));
    this.panel.classList.toggle('closed', !open);
  }

  /** @param {{ step: string } | { fault: 'down' | 'none' }} [command] */
  async send(command) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) };
    try {
      const response = await fetch('control', command && post);
      if (!response.ok) throw new Error(String(response.status));
      this.show(await response.json());
    } catch {
      this.status.textContent = 'The demo server does not answer.';
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
    this.toggle.textContent = `Demo control: ${down ? 'feed offline' : day.format(new Date(current))}`;
    this.fault.textContent = down ? 'Put the feed online' : 'Take the feed offline';
    this.fault.value = down ? 'none' : 'down';
    const event = steps.find(({ step }) => step === current)?.text ?? '';
    this.status.textContent = down
      ? 'The feed answers 503. Each card keeps its content, shows a notice, and retries with longer pauses.'
      : `${this.hasAttribute('docked') ? '' : event} The cards update within a few seconds.`.trim();
  }

  /** @param {{ step: string, text: string }} step */
  step({ step, text }) {
    const button = createElement(
      'button',
      { type: 'button', value: step },
      day.format(new Date(step)),
      createElement('span', { className: 'text' }, ` ${text}`),
    );
    button.addEventListener('click', () => this.send({ step }));
    return createElement('li', {}, button);
  }
}

customElements.define('demo-control', DemoControl);
