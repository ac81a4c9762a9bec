/**
 * Keeps a card whole. A render that fails leaves the last good card, or the snapshot before the first one. If a script of the page
 * changed the nodes, the next render creates them again: a translator replaces text nodes, and Lit would go on to write into the old
 * ones.
 */
import type { RenderOptions } from 'lit';
import { create, native } from '../../client/native-member.js';

/** A document that loads nothing. */
let inert: Document | undefined;

export class RenderGuard {
  /** Whether Lit no longer knows the nodes of the root. */
  private isBroken = false;
  private readonly observer = new MutationObserver(() => (this.isBroken = true));

  /** @param last the last child of the root, which no render touches */
  constructor(
    private readonly root: ShadowRoot,
    private readonly last: Element,
    private readonly options: RenderOptions,
  ) {
    root.append(last);
    options.renderBefore = last as unknown as ChildNode;
    this.observer.observe(root, { childList: true, subtree: true });
  }

  /** Changes the nodes without a render. */
  change(write: () => void): void {
    this.isBroken ||= this.observer.takeRecords().length > 0;
    write();
    this.observer.takeRecords();
  }

  render(draw: () => void): void {
    this.change(() => {
      // The copy is made before a render, and not after it, so that the first card does not wait for one.
      const shown = this.copy();
      const open = this.isBroken ? this.detailsOf().map((details) => details.open) : [];
      if (this.isBroken) this.clear();
      this.isBroken = false;
      try {
        draw();
      } catch (thrown) {
        this.clear();
        this.last.before(...(shown.length ? shown.map((node) => native(document, 'importNode')(node, true)) : [create('slot')]));
        this.isBroken = true;
        throw thrown;
      } finally {
        for (const [index, details] of this.detailsOf().entries()) details.open = open[index] ?? details.open;
      }
    });
  }

  /** Returns a copy of what the card shows, in a document that loads no pictures. */
  private copy(): readonly Node[] {
    const { nodes } = this;
    if (!nodes.length) return nodes;
    inert ??= native(document, 'implementation').createHTMLDocument('');
    return nodes.map((node) => inert!.importNode(node, true));
  }

  private get nodes(): ChildNode[] {
    return [...this.root.childNodes].filter((node) => node !== this.last);
  }

  private detailsOf(): HTMLDetailsElement[] {
    return [...this.root.querySelectorAll('details')];
  }

  /** Removes all nodes, and gives Lit a new place: it keeps its knowledge of the old nodes at the old one. */
  private clear(): void {
    for (const node of this.nodes) node.remove();
    this.last.before((this.options.renderBefore = new Comment()));
  }
}
