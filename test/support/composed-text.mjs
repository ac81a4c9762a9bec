// Waits for the text and the state of a page, shadow roots included. Puppeteer's waitForFunction compiles code in the page, which a
// strict Content-Security-Policy forbids, so each function here is one evaluate().

/**
 * Returns the text of the composed tree: slotted content where it is shown, and nothing without a slot. Uses no outer variable,
 * because its source is sent to the page.
 * @param {Node} node
 * @returns {string}
 */
function composedText(node) {
  if (node.nodeType === 3) return node.data;
  if (['style', 'script', 'template', 'noscript'].includes(node.localName)) return '';
  const children = node.localName === 'slot' ? node.assignedNodes({ flatten: true }) : (node.shadowRoot ?? node).childNodes;
  return Array.from(children, (child) => composedText(child)).join(' ');
}

/** Evaluates `code` in each frame until it returns a value; after `timeout` ms, rejects with the message of `failure`. */
const poll = (page, code, failure, timeout) =>
  page.evaluate(`(() => {
    ${composedText}
    return new Promise((resolve, reject) => {
      const end = performance.now() + ${timeout};
      const check = () => {
        const value = ${code};
        if (value !== undefined) resolve(value);
        else if (performance.now() > end) reject(new Error(${failure}));
        else requestAnimationFrame(check);
      };
      check();
    });
  })()`);

/** A frame that is loading has no body yet. */
const textBelow = (selector) => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  return element ? composedText(element).replace(/\\s+/g, ' ') : '';
})()`;

/**
 * Resolves with the text below the first `selector` when it contains `expected`.
 * @param {import('puppeteer-core').Page} page
 * @param {string} expected
 * @param {string} [selector]
 * @returns {Promise<string>}
 */
export const untilText = (page, expected, selector = 'body', timeout = 20_000) =>
  poll(
    page,
    `((text) => (text.includes(${JSON.stringify(expected)}) ? text : undefined))(${textBelow(selector)})`,
    `${JSON.stringify(`${selector} does not contain "${expected}", but: `)} + ${textBelow(selector)}`,
    timeout,
  );

/** The sections of the cards that are not loaded yet have a link to the full text. */
const UNLOADED = '.placard-inside > .placard-more';

/**
 * Resolves when a card of the page shows a confirmed feed, and all its sections are loaded: its state is `fresh`.
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} page
 * @returns {Promise<void>}
 */
export const untilLive = (page, timeout = 20_000) =>
  poll(
    page,
    `((fresh) => (fresh.length && !fresh.some((each) => each.shadowRoot?.querySelector(${JSON.stringify(UNLOADED)})) ? true : undefined))(
      [...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('placard-') && each.matches(':state(fresh)')))`,
    `'no card is fresh and whole, but: ' + ${textBelow('body')}`,
    timeout,
  );

/**
 * Resolves when the sections of all cards of the page are loaded.
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} page
 * @returns {Promise<void>}
 */
export const untilWhole = (page, timeout = 20_000) =>
  poll(
    page,
    `[...document.querySelectorAll('*')].some((each) => each.shadowRoot?.querySelector(${JSON.stringify(UNLOADED)})) ? undefined : true`,
    `'the sections of a card are not loaded: ' + ${textBelow('body')}`,
    timeout,
  );

/**
 * Resolves when a shadow root in the page contains `selector`. Puppeteer observes mutations for a deep selector, and misses some inside
 * shadow roots: it can wait for an element that exists.
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} page
 * @param {string} selector
 * @param {string} [host]
 * @returns {Promise<void>}
 */
export const untilInShadow = (page, selector, host = 'placard-campaign', timeout = 20_000) =>
  poll(
    page,
    `document.querySelector(${JSON.stringify(host)})?.shadowRoot?.querySelector(${JSON.stringify(selector)}) ? true : undefined`,
    JSON.stringify(`${host} has no ${selector}`),
    timeout,
  );
