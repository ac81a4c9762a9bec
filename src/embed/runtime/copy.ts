/**
 * Script of the page for partners (`dist/placard-copy.js`). It adds a button to each snippet, and one that copies the statement as
 * formatted text. Without it, partners select the text themselves.
 */

const COPIED = 'Copied';
/** ms, after which the button has its own words again. */
const SHOWN_MS = 2000;

function addButton(after: Element, words: string, copy: () => Promise<void>): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    await copy();
    status.textContent = COPIED;
    setTimeout(() => (status.textContent = ''), SHOWN_MS);
  });
  after.after(button, ' ', status);
}

async function copyText(area: HTMLTextAreaElement): Promise<void> {
  await navigator.clipboard.writeText(area.value).catch(() => {
    area.select();
    document.execCommand('copy');
  });
}

/** Selects the element and copies it. A browser that cannot write HTML to the clipboard does the same. */
async function copyFormatted(element: HTMLElement): Promise<void> {
  try {
    const [html, text] = [element.innerHTML, element.innerText];
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
  } catch {
    getSelection()?.selectAllChildren(element);
    document.execCommand('copy');
    getSelection()?.removeAllRanges();
  }
}

for (const area of document.querySelectorAll('textarea')) addButton(area, 'Copy', () => copyText(area));
const formatted = document.querySelector<HTMLElement>('#formatted');
if (formatted) addButton(formatted, 'Copy as formatted text', () => copyFormatted(formatted));
