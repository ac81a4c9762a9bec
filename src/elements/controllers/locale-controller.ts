/** Selects the language of an element, and loads its sentences. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../../locales/en.js';
import { loadLocale, localeFor, type Locale } from '../../i18n/load-locale.js';
import { closestLanguage, observeLanguage } from '../dom/language.js';
import { warn } from '../dom/warn-once.js';

export class LocaleController implements ReactiveController {
  /** The loaded sentences; undefined while the first language loads. */
  locale?: Locale;
  /** The language of the last load. */
  private requestedLanguage?: string;
  private stopObserving?: () => void;

  constructor(private readonly host: ReactiveControllerHost & Element) {}

  hostConnected(): void {
    this.requestedLanguage = undefined; // a failed load may succeed now
    this.stopObserving = observeLanguage(this.host);
  }

  hostDisconnected(): void {
    this.stopObserving?.();
  }

  /** The reader's language, as a BCP 47 tag. */
  get language(): string {
    return closestLanguage(this.host) ?? 'en';
  }

  /**
   * Returns the sentences in the reader's language. While a language loads, returns the previous sentences, or undefined for the first.
   * If a language fails to load, returns English.
   * @param shouldLoad whether to load a missing language
   */
  getLocale(shouldLoad: boolean): Locale | undefined {
    const { language } = this;
    const locale = localeFor(language);
    if (locale) this.locale = locale;
    else if (shouldLoad && this.requestedLanguage !== language) void this.load(language);
    return this.locale;
  }

  private async load(language: string): Promise<void> {
    this.requestedLanguage = language;
    const locale = await loadLocale(language).catch((cause: unknown) => {
      warn(`The language "${language}" could not be loaded. If a tool moves scripts, add <link rel="placard-base">.`, cause);
      return en;
    });
    if (this.requestedLanguage !== language) return; // the language changed during the load
    this.locale = locale;
    this.host.requestUpdate();
  }
}
