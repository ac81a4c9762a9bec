/** The box of a card or of its placeholder: its look, theme, language and direction. */
import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, type Locale } from '../../i18n/load-locale.js';
import type { CardState } from './card-state.js';

interface Frame {
  readonly content: TemplateResult;
  readonly label: string | undefined;
  /** Undefined while the first language loads. */
  readonly locale: Locale | undefined;
  /** The reader's language, as a BCP 47 tag. */
  readonly language: string;
}

export function renderFrame({ settings, feedState }: CardState, { content, label, locale, language }: Frame): TemplateResult {
  const { look = 'editorial', theme = 'auto' } = settings;
  return html`<div class="placard-frame">
    <section
      class="placard-card placard-${look} placard-${theme}"
      part="card"
      lang=${locale?.tag ?? nothing}
      dir=${directionOf(locale?.tag ?? language)}
      aria-label=${label ?? nothing}
      aria-busy=${feedState.status === 'loading' || !locale ? 'true' : nothing}
    >
      ${content}
    </section>
  </div>`;
}
