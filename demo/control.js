// @ts-check
/**
 * The panel of the demo, which is not part of an embed. It publishes the sample case of each of four days, and takes the feed
 * offline. It is above the page and not over it, so that it covers no card. A shadow root protects it from the styles of the host page. It
 * creates its nodes one by one, because the policy of the newsroom forbids markup from strings. On a static host, it publishes to
 * this page alone: static-publisher.js.
 *
 * @typedef {{ steps: { step: string, text: string, file: string }[], current: string, fault: 'down' | 'none', isStatic?: boolean }} State
 */

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; }
  * { box-sizing: border-box; }
  .panel { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: 6px; min-block-size: 44px; padding: 5px 12px; color: #f5f5f0; background: #16181c;
    border-block-end: 2px dashed #ffd166; font: 14px/1.4 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
  ol { display: contents; list-style: none; }
  button { font: inherit; text-align: start; min-block-size: 32px; padding: 3px 9px; color: inherit; background: #2b2f36; border: 1px solid #8b919b; cursor: pointer; }
  button:hover { background: #3c424b; }
  button:empty { visibility: hidden; } /* without a name until the server says what it does */
  button[aria-expanded] { border-color: transparent; background: none; color: #ffd166; font-weight: 700; }
  button[aria-expanded]::before { content: "▸ "; }
  button[aria-expanded=true]::before { content: "▾ "; }
  button[aria-current] { background: #ffd166; border-color: #ffd166; color: #16181c; font-weight: 700; }
  button:focus-visible { outline: 3px solid #fff; outline-offset: 1px; }
  p { flex: 1 1 20em; margin: 0; padding: 0 9px; font-size: 12px; }
  .closed :is(ol, p, button:not([aria-expanded])) { display: none; }
  .text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  :host([docked]) .panel { gap: 0; padding: 0; color: var(--ink); background: none; border: 0; font: inherit; }
  :host([docked]) :is(li, button) { flex: 1 1 0; min-inline-size: 3.9em; }
  :host([docked]) li { display: flex; }
  :host([docked]) button { min-block-size: 44px; margin: 0 -1px -1px 0; padding: 4px 0; text-align: center; color: var(--ink); background: none;
    border: 1px solid var(--ink); font-size: 13px; font-weight: 600; }
  :host([docked]) button:is([aria-current], [aria-pressed=true]) { color: var(--paper); background: var(--ink); }
  :host([docked]) button:focus-visible { position: relative; outline: 3px solid var(--accent); outline-offset: 2px; }
  :host([docked]) p { flex: 1 1 100%; min-block-size: 3.2em; padding: 8px 0 0; font-size: 14px; color: var(--soft); }
  :host([docked]) button[aria-expanded] { display: none; }
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
    if (this.publisher) return this.show(this.publisher.publish(command));
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) };
    try {
      const response = await fetch('control', command && post);
      if (!response.ok) throw new Error(String(response.status));
      const state = await response.json();
      if (state.isStatic) this.publisher = (await import('./static-publisher.js')).publisherOf(state);
      this.show(state);
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
    const docked = this.hasAttribute('docked');
    this.toggle.textContent = `Demo control: ${down ? 'feed offline' : day.format(new Date(current))}`;
    if (docked) {
      this.fault.textContent = 'Offline';
      this.fault.setAttribute('aria-pressed', String(down));
    } else this.fault.textContent = down ? 'Put the feed online' : 'Take the feed offline';
    this.fault.value = down ? 'none' : 'down';
    const event = steps.find(({ step }) => step === current)?.text ?? '';
    this.status.textContent = down
      ? 'The feed answers 503. Each card keeps its content, shows a notice, and retries with longer pauses.'
      : `${event} The card${docked ? ' updates' : 's update'} within a few seconds.`;
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
