/** A failed render keeps the snapshot. The next successful render shows the card. */
import { expect } from '@open-wc/testing';
import type { PlacardElement } from '../../../src/elements/base/placard-element.js';
import '../../../src/define.js';
import { feedOf, shownText } from './helpers.js';

const SNAPSHOT = '<p>Snapshot.</p>';

describe('a render that fails', () => {
  it('shows the snapshot after a failed render, and only the card after the next render', async () => {
    const element = document.createElement('placard-campaign') as PlacardElement;
    element.innerHTML = SNAPSHOT;
    element.data = feedOf();
    const broken = Object.assign(element, {
      cardInput: () => {
        throw new Error('a view of this test');
      },
    });
    document.body.append(element);
    try {
      for (let time = 0; time < 2; time++) {
        element.requestUpdate();
        const failed = await element.updateComplete.catch((thrown: unknown) => thrown);
        expect((failed as Error).message).to.equal('a view of this test');
        expect(shownText(element)).to.equal('Snapshot.');
        expect(element.shadowRoot!.querySelectorAll('slot')).to.have.length(1);
      }
      Reflect.deleteProperty(broken, 'cardInput');
      element.requestUpdate();
      await element.updateComplete;
      expect(shownText(element)).to.contain('Press card refused').and.not.to.contain('Snapshot.');
    } finally {
      element.remove();
    }
  });
});
