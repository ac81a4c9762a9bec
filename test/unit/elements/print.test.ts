/** What is folded is printed open: by style (test/e2e/readers/print.node.ts) or, in engines that cannot, by opening it for as long as the page prints. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import { PrintController } from '../../../src/elements/controllers/print-controller.js';
import { feedOf, show } from './helpers.js';

const printing = (type: 'beforeprint' | 'afterprint') => dispatchEvent(new Event(type));

describe('a print', () => {
  it('unfolds what is folded, leaves open what was open, and folds again', async () => {
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

  it('is the script’s work only where no style can do it', async () => {
    const element = await show<PlacardElement>('placard-campaign', feedOf());
    printing('beforeprint');
    expect(element.shadowRoot!.querySelector('details')!.open).to.equal(!CSS.supports('selector(::details-content)'));
    printing('afterprint');
  });
});
