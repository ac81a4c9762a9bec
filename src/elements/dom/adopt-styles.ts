/** Adopts styles. Constructed style sheets belong to one document, so an element in another one gets new ones. */
import type { CSSResult } from 'lit';

export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const { defaultView } = root.ownerDocument;
  if (!defaultView) return;
  root.adoptedStyleSheets = styles.map((style) => {
    if (defaultView === window) return style.styleSheet!;
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    return sheet;
  });
}
