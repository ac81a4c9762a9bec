/** The sentences of an element: in which language they are, and the wait for one that is a file of its own. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../../locales/en.js';
import { loadLocale, localeFor, type Locale } from '../../i18n/load-locale.js';
import { closestLanguage } from '../dom/closest-provider.js';
import { warn } from '../dom/warn-once.js';

export class LocaleController implements ReactiveController {
  /** Those in use; none while the first language loads. */
  locale?: Locale;
  /** The language that is being loaded, or was. */
  private requestedLanguage?: string;

  constructor(private readonly host: ReactiveControllerHost & Element) {}

  hostConnected(): void {
    this.requestedLanguage = undefined; // what could not be loaded then may be there now
  }

  /** The reader's; BCP 47. */
  get language(): string {
    return closestLanguage(this.host) ?? 'en';
  }

  /**
   * The sentences in the reader's language. A card is not shown in one language to be turned into another: while a language
   * loads there are none, or those of the language before. Where it cannot be loaded, English.
   * @param wanted whether somebody may soon read them: only then is a language loaded
   */
  getLocale(wanted: boolean): Locale | undefined {
    const { language } = this;
    const locale = localeFor(language);
    if (locale) this.locale = locale;
    else if (wanted && this.requestedLanguage !== language) void this.load(language);
    return this.locale;
  }

  private async load(language: string): Promise<void> {
    this.requestedLanguage = language;
    const locale = await loadLocale(language).catch((cause: unknown) => {
      warn(`The language "${language}" could not be loaded.`, cause);
      return en;
    });
    if (this.requestedLanguage !== language) return; // another was asked for meanwhile
    this.locale = locale;
    this.host.requestUpdate();
  }
}
