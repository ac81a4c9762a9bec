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
  at('no-picture', '320', { theme: 'light' }),
  at('no-picture', '700', { theme: 'light' }),
  at('no-picture', '700', { theme: 'dark' }),
  at('no-picture', '320', { theme: 'light', look: 'campaign' }),
  at('no-picture', '320', { theme: 'light', look: 'plain' }),
  at('withdrawn', '320', { theme: 'light' }),
  at('withdrawn', '700', { theme: 'dark' }),
  at('decided', '320', { theme: 'light' }),
  at('decided', '700', { theme: 'dark' }),
  at('arabic', '320', { theme: 'light' }),
  at('arabic', '700', { theme: 'dark' }),
  at('failed', '320', { theme: 'light' }),
  at('closed', '320', { theme: 'light', dir: 'rtl' }),
  at('corrected', '320', { theme: 'dark' }),
];
