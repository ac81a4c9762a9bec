// What a reader sees of a page's text, shadow roots included.

/**
 * The text of the composed tree: what is slotted where it is shown, and nothing of what has no slot. Refers to nothing
 * outside itself, so that its source can be sent into a page.
 * @param {Node} node
 * @returns {string}
 */
function deepText(node) {
  if (node.nodeType === 3) return node.data;
  if (['style', 'script', 'template', 'noscript'].includes(node.localName)) return '';
  const shown = node.localName === 'slot' ? node.assignedNodes({ flatten: true }) : (node.shadowRoot ?? node).childNodes;
  return Array.from(shown, (child) => deepText(child)).join(' ');
}

/**
 * Resolves with the text below the first `selector` once it holds `wanted`. Puppeteer's own waitForFunction compiles in the
 * page, which a strict Content-Security-Policy forbids.
 * @param {import('puppeteer-core').Page} page
 * @param {string} wanted
 * @param {string} [selector]
 * @returns {Promise<string>}
 */
export function untilText(page, wanted, selector = 'body', timeout = 20_000) {
  return page.evaluate(`(() => {
    ${deepText}
    return new Promise((resolve, reject) => {
      const end = performance.now() + ${timeout};
      const look = () => {
        const found = document.querySelector(${JSON.stringify(selector)}); // a frame that still loads has no body
        const text = found ? deepText(found).replace(/\\s+/g, ' ') : '';
        if (text.includes(${JSON.stringify(wanted)})) resolve(text);
        else if (performance.now() > end) reject(new Error(${JSON.stringify(`${selector} never said "${wanted}", but: `)} + text));
        else requestAnimationFrame(look);
      };
      look();
    });
  })()`);
}

/**
 * Resolves once a shadow root in the page holds `selector`. Puppeteer waits for a deep selector by observing mutations, and misses some
 * of those within a shadow root: a card that is there is then awaited in vain.
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} page
 * @param {string} selector
 * @param {string} [host]
 * @returns {Promise<void>}
 */
export function untilInShadow(page, selector, host = 'placard-campaign', timeout = 20_000) {
  return page.evaluate(`new Promise((resolve, reject) => {
    const end = performance.now() + ${timeout};
    const look = () => {
      if (document.querySelector(${JSON.stringify(host)})?.shadowRoot?.querySelector(${JSON.stringify(selector)})) resolve();
      else if (performance.now() > end) reject(new Error(${JSON.stringify(`${host} never had ${selector}`)}));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
