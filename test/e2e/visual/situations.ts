/** The cards of the visual test. Each one shows a feature that the others do not show. */
export interface Situation {
  readonly name: string;
  /** The settings of the gallery. */
  readonly query: Record<string, string>;
}

const at = (show: string, width: string, more: Record<string, string> = {}): Situation => ({
  name: [show, width, ...Object.values(more)].join('-'),
  query: { show, width, ...more },
});

export const SITUATIONS: readonly Situation[] = [
  at('fresh', '320', { theme: 'light' }),
  at('fresh', '700', { theme: 'dark' }),
  at('fresh', '1000', { theme: 'light' }),
  at('fresh', '700', { theme: 'light', fold: 'none' }),
  at('fresh', '320', { theme: 'light', lang: 'fr' }),
  at('fresh', '700', { theme: 'light', look: 'campaign' }),
  at('no-picture', '320', { theme: 'light', look: 'plain' }),
  at('no-picture', '700', { theme: 'light' }),
  at('won', '320', { theme: 'light' }),
  at('lost', '700', { theme: 'light' }),
  at('appeal', '320', { theme: 'dark' }),
  at('decided', '700', { theme: 'dark' }),
  at('closed', '320', { theme: 'light', dir: 'rtl' }),
  at('withdrawn', '320', { theme: 'light' }),
  at('withdrawn', '700', { theme: 'dark' }),
  at('expired', '320', { theme: 'light' }),
  at('corrected', '320', { theme: 'dark' }),
  at('long', '320', { theme: 'light' }),
  at('arabic', '320', { theme: 'light' }),
  at('arabic', '700', { theme: 'dark' }),
  at('failed', '320', { theme: 'light' }),
];
