/** The box of a card or of its placeholder: its look, theme, language and direction. */
import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, type Locale } from '../../i18n/load-locale.js';
import type { Settings } from './settings.js';

interface Frame {
  readonly content: TemplateResult;
  readonly label: string | undefined;
  /** Undefined while the first language loads. */
  readonly locale: Locale | undefined;
  /** The reader's language, as a BCP 47 tag. */
  readonly language: string;
  /** Whether the content replaces a card that still loads. */
  readonly isBusy: boolean | undefined;
}

export function renderFrame(
  { look = 'editorial', theme = 'auto' }: Settings,
  { content, label, locale, language, isBusy }: Frame,
): TemplateResult {
  return html`<div class="placard-frame">
    <section
      class="placard-card placard-${look} placard-${theme}"
      part="card"
      lang=${locale?.tag ?? nothing}
      dir=${directionOf(locale?.tag ?? language)}
      aria-label=${label ?? nothing}
      aria-busy=${isBusy ? 'true' : nothing}
    >
      ${content}
    </section>
  </div>`;
}
