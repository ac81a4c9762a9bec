/** Opens folded sections in print: by a style (test/e2e/readers/print.node.ts), or by a script in engines without `::details-content`. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { PrintController } from '../../../src/elements/controllers/print-controller.js';
import { feedOf, show } from './helpers.js';

const printing = (type: 'beforeprint' | 'afterprint') => dispatchEvent(new Event(type));

describe('a print', () => {
  it('opens closed sections for print, and closes only these sections again', async () => {
    const element = await show<PlacardElement>('placard-campaign', feedOf());
    const folded = element.shadowRoot!.querySelector('details')!;
    const open = folded.cloneNode(true) as HTMLDetailsElement;
    open.open = true;
    folded.after(open);
    const now = () => [folded.open, open.open];
    const unfolding = new PrintController(element);
    unfolding.hostConnected();
    expect(now()).to.deep.equal([false, true]);
    printing('beforeprint');
    expect(now()).to.deep.equal([true, true]);
    printing('afterprint');
    expect(now()).to.deep.equal([false, true]);
    unfolding.hostDisconnected();
    printing('beforeprint');
    expect(now()).to.deep.equal([false, true]);
  });

  it('uses the script only in engines without ::details-content', async () => {
    const element = await show<PlacardElement>('placard-campaign', feedOf());
    printing('beforeprint');
    expect(element.shadowRoot!.querySelector('details')!.open).to.equal(!CSS.supports('selector(::details-content)'));
    printing('afterprint');
  });
});
