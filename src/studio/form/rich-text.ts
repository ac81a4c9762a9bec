/**
 * The editor of a statement. Its document schema has only what the sanitizer keeps: a pasted script, style or frame never gets in.
 * A statement with more than the editor knows, such as a table, is edited as HTML instead, so that nothing is lost.
 */
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { sanitizeHtml } from '../document/sanitize.js';
import type { Words } from '../words/words.js';

/** The statement as HTML, and as text if it has no formatting. */
export interface StatementValue {
  readonly html: string;
  /** Undefined if the statement has more than paragraphs. */
  readonly text?: string;
}

/** Paragraphs, headings, lists, quotations, links and emphasis. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    codeBlock: false,
    trailingNode: false,
    link: { openOnClick: false, protocols: ['http', 'https', 'mailto', 'tel'], HTMLAttributes: { target: null, rel: null, class: null } },
  }),
];

type Command = 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'blockquote' | 'link';

export class RichTextElement extends HTMLElement {
  words!: Words;
  label = '';
  private editor?: Editor;
  /** The HTML that the editor shows or has reported. */
  private known?: string;

  /** The statement as HTML. The same value twice keeps the cursor. */
  set html(html: string) {
    if (this.known !== undefined && bare(html) === bare(this.known)) return;
    this.known = html;
    if (this.editor) this.editor.commands.setContent(html, { emitUpdate: false });
    else if (this.isConnected) this.create();
  }

  connectedCallback(): void {
    if (!this.editor && this.known !== undefined) this.create();
  }

  disconnectedCallback(): void {
    this.editor?.destroy();
    this.editor = undefined;
    this.replaceChildren();
  }

  private create(): void {
    const bar = document.createElement('div');
    const box = document.createElement('div');
    bar.className = 'toolbar';
    box.className = 'prose';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', this.words.formatting);
    this.replaceChildren(bar, box);
    const editor = new Editor({
      element: box,
      injectCSS: false, // the policy of the page forbids it
      content: this.known ?? '',
      extensions,
      editorProps: {
        transformPastedHTML: (html) => sanitizeHtml(html, 1) ?? '',
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.label, dir: 'auto', 'data-editor': '' },
      },
      onUpdate: () => this.report(),
      onTransaction: () => this.showState(bar),
    });
    this.editor = editor;
    bar.append(...this.buttons());
    this.showState(bar);
  }

  private buttons(): HTMLButtonElement[] {
    const { commands } = this.words;
    return (['bold', 'italic', 'heading', 'bulletList', 'orderedList', 'blockquote', 'link'] as const).map((name) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.command = name;
      button.textContent = commands[name];
      button.addEventListener('mousedown', (event) => event.preventDefault()); // the cursor stays in the text, and no letter is lost
      button.addEventListener('click', () => this.run(name));
      return button;
    });
  }

  private run(name: Command): void {
    const chain = this.editor!.chain().focus();
    if (name === 'bold') chain.toggleBold().run();
    else if (name === 'italic') chain.toggleItalic().run();
    else if (name === 'heading') chain.toggleHeading({ level: 2 }).run();
    else if (name === 'bulletList') chain.toggleBulletList().run();
    else if (name === 'orderedList') chain.toggleOrderedList().run();
    else if (name === 'blockquote') chain.toggleBlockquote().run();
    else if (this.editor!.isActive('link')) chain.unsetLink().run();
    else {
      const address = prompt(this.words.linkAddress, 'https://');
      if (address && address !== 'https://') chain.setLink({ href: address }).run();
    }
  }

  private showState(bar: HTMLElement): void {
    for (const button of bar.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(this.editor!.isActive(button.dataset.command!)));
  }

  private report(): void {
    const { html, text } = valueOf(this.editor!);
    this.known = html;
    this.dispatchEvent(new CustomEvent<StatementValue>('statement', { detail: { html, text } }));
  }
}

function valueOf(editor: Editor): StatementValue {
  const paragraphs: string[] = [];
  let plain = true;
  editor.state.doc.forEach((node) => {
    const isPlain = (name: string, marks: number) => (name === 'text' && !marks) || name === 'hardBreak';
    plain &&= node.type.name === 'paragraph' && node.content.content.every((child) => isPlain(child.type.name, child.marks.length));
    paragraphs.push(node.textBetween(0, node.content.size, '', '\n'));
  });
  const html = editor.isEmpty ? '' : editor.getHTML();
  return { html, text: plain ? paragraphs.filter(Boolean).join('\n\n') : undefined };
}

/** Leaves out empty paragraphs: the user may be about to write one. */
const bare = (html: string): string => html.replaceAll('<p></p>', '');

/** Returns whether the editor shows all of the HTML: each tag that it has, and each word. */
export function fitsEditor(html: string): boolean {
  const editor = new Editor({ injectCSS: false, element: null, content: html, extensions });
  const outcome = signatureOf(editor.getHTML());
  editor.destroy();
  return outcome === signatureOf(html);
}

/** Tags that mean the same in the editor. */
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', h1: 'h2', div: 'p', del: 's', strike: 's', body: '' };

/** Returns the words, and the number of each tag. Paragraphs are left out: the editor puts one into each entry of a list. */
function signatureOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const counts = new Map<string, number>();
  for (const { localName } of body.querySelectorAll('*')) {
    const tag = SAME[localName] ?? localName;
    if (tag && tag !== 'p') counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return `${[...counts].sort().join(' ')} ${body.textContent.replace(/\s+/g, '')}`;
}

customElements.define('studio-rich-text', RichTextElement);
