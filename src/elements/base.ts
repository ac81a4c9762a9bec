/** What all elements share: attributes, where they get their feed, the snapshot, and what is shown when there is no statement. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FeedState, Given } from '../client/watch.js';
import { earliest, latest } from '../feed/dates.js';
import { FeedError } from '../feed/error.js';
import type { Feed } from '../feed/parse.js';
import type { Item } from '../feed/schema.js';
import { selectItem } from '../feed/select.js';
import { withdrawnBy } from '../feed/translations.js';
import { safeWebUrl } from '../feed/url.js';
import { en } from '../locales/en.js';
import { directionOf, loadLocale, localeFor, type Locale } from '../locales/index.js';
import { announce, joinAnnouncer } from './announcer.js';
import { PlacardErrorEvent, PlacardLoadEvent, PlacardUpdateEvent } from './events.js';
import { FeedController, type Settings } from './feed-controller.js';
import { icon } from './icons.js';
import { forget, whenNear } from './near.js';
import { checked, notices } from './notices.js';
import { warn } from './warn.js';
import { property } from './property.js';
import { languageAround, providerAround } from './provider.js';
import { baseStyles } from './styles.js';
import { clockText } from './intl.js';
import { Unfolding } from './unfolding.js';
import { statusSentence } from './words.js';
import { directionFor, filled, heading, none, say, sayHead, time, type View } from './view.js';

const TAGS = 'placard-campaign,placard-incident,placard-status,placard-action,placard-statement,placard-list,placard-feed';
const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean) ?? [];

export abstract class PlacardElement extends LitElement {
  static tag = '';
  static override styles = [baseStyles];

  /** Registers the class under its tag. A page may hold several copies of this library: the first one wins. */
  static define(registry: CustomElementRegistry = customElements): void {
    const known = registry.get(this.tag);
    if (!known) registry.define(this.tag, this as unknown as CustomElementConstructor);
    else if (known !== (this as unknown)) warn(`<${this.tag}> is defined already; the first definition stays.`);
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Address of the feed; a relative one resolves against the page. */
  @property() src?: string;
  /** Id of the item; by default the newest that has something to show. */
  @property() item?: string;
  /** Further addresses of the same feed, separated by spaces. */
  @property() mirrors?: string;
  /** Seconds between two looks at the feed, 60 by default; 0 looks once. */
  @property({ type: Number }) refresh?: number;
  /** Show the named item itself, not its translation into the reader's language. */
  @property({ type: Boolean }) original = false;
  /** `auto` (the reader's setting, the default), `light` or `dark`. */
  @property() theme?: 'auto' | 'light' | 'dark';
  /** `editorial` (the default), `campaign` or `plain`. */
  @property() look?: 'editorial' | 'campaign' | 'plain';
  /** Level of the headline, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** One or two pinned Ed25519 public keys, separated by a space: nothing that they did not sign is shown. */
  @property({ attribute: 'public-key' }) publicKey?: string;
  /** A feed with a lower sequence is refused. */
  @property({ type: Number, attribute: 'min-sequence' }) minSequence?: number;
  /** Keep a last good copy in this origin's storage. */
  @property({ type: Boolean }) keep = false;
  /** The sequence that the snapshot was made from: while the feed's is the same, the snapshot stays. */
  @property() stamp?: string;
  /** A parsed feed, instead of the network. */
  @property({ attribute: false }) data?: Feed;

  /** What the loader fetched for this element before it was defined. */
  declare given?: Given;

  private readonly controller = new FeedController(this, (state, before) => this.stateChanged(state, before));
  private readonly internals = this.attachInternals();
  /** Elements that read from this one. */
  private readonly dependents = new Set<PlacardElement>();
  private provider?: PlacardElement;
  private leaveAnnouncer?: () => void;
  private shownItem?: Item;
  private shownFeed?: Feed;
  private loaded = false;
  /** Whether somebody may soon see it, or could once. */
  private near = false;
  private reportedError?: string;
  private reportedIssues = 0;
  /** The sentences in use; none while the first language loads. */
  private locale?: Locale;
  /** The language that is being loaded, or was. */
  private asked?: string;
  /** When the passing of time alone changes what is shown (an action ends), ms since 1970. */
  private changesAt = Infinity;

  constructor() {
    super();
    this.addController(this.controller);
    if (Unfolding.needed) this.addController(new Unfolding(this));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveAnnouncer = joinAnnouncer();
    if (!this.near && !this.data) whenNear(this, () => this.approach());
    this.findProvider();
    this.asked = undefined; // what could not be loaded then may be there now
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forget(this);
    this.leaveAnnouncer?.();
    this.provider?.dependents.delete(this);
    this.provider = undefined;
  }

  /** Constructed style sheets belong to a document: a shadow root that comes into another has lost them. */
  adoptedCallback(): void {
    const { elementStyles } = this.constructor as typeof PlacardElement;
    const { defaultView } = this.ownerDocument;
    if (!defaultView || !this.shadowRoot) return;
    this.shadowRoot.adoptedStyleSheets = elementStyles.map((style) => {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(String(style));
      return sheet;
    });
  }

  private approach(): void {
    this.near = true;
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  // Where the feed comes from.

  private findProvider(): void {
    const around = providerAround(this);
    if (around instanceof PlacardElement) {
      this.provider = around;
      around.dependents.add(this);
      around.requestUpdate(); // it may have taken its children for a snapshot
      this.requestUpdate();
    } else if (around) {
      void this.awaitProvider(around);
    }
  }

  private async awaitProvider(around: Element): Promise<void> {
    await customElements.whenDefined(around.localName);
    customElements.upgrade(around);
    if (this.isConnected && !this.provider && around instanceof PlacardElement) this.findProvider();
  }

  /** What this element wants, its own attributes before those around it. With an own `src` it is on its own but for its appearance. */
  get settings(): Settings {
    const around = this.provider?.settings;
    const own = this.src !== undefined || this.data !== undefined;
    const from = own ? undefined : around;
    return {
      src: own ? safeWebUrl(this.src ?? '', document.baseURI) : from?.src,
      data: own ? this.data : from?.data,
      item: this.item ?? from?.item,
      mirrors:
        this.mirrors === undefined ? (from?.mirrors ?? []) : words(this.mirrors).flatMap((url) => safeWebUrl(url, document.baseURI) ?? []),
      refresh: this.refresh ?? from?.refresh,
      publicKeys: this.publicKey === undefined ? (from?.publicKeys ?? []) : words(this.publicKey),
      minSequence: this.minSequence ?? from?.minSequence,
      keep: this.keep || (from?.keep ?? false),
      original: this.original || (from?.original ?? false),
      theme: this.theme ?? around?.theme,
      look: this.look ?? around?.look,
    };
  }

  /** Whether it tells the page what happens to its feed: each outermost tag does, and each that shows something of its own. */
  private get outermost(): boolean {
    return !this.provider || this.src !== undefined || this.data !== undefined || this.item !== undefined;
  }

  /** Whether it says how old things are: of several elements on one feed, the status does, else the first. */
  get speaks(): boolean {
    if (!this.provider) return true;
    const around = [...this.provider.dependents];
    return (around.find(({ localName }) => localName === 'placard-status') ?? around[0]) === this;
  }

  /** Placard elements among the children: the author's own arrangement, no snapshot. */
  protected get arranged(): boolean {
    return this.dependents.size > 0 || !!this.querySelector(TAGS);
  }

  private get hasSnapshot(): boolean {
    return [...this.childNodes].some((node) => node instanceof Element || (node instanceof Text && node.data.trim()));
  }

  private stateChanged(state: FeedState, before: FeedState): void {
    const now = Date.now();
    const same =
      state.feed === before.feed &&
      state.status === before.status &&
      state.source === before.source &&
      state.error?.code === before.error?.code;
    if (same && state.outdated === before.outdated && state.status !== 'stale' && now < this.changesAt) this.tick(state, now);
    else this.requestUpdate();
  }

  /** Nothing new but the time of the look. */
  private tick(state: FeedState, now: number): void {
    const line = this.renderRoot.querySelector('.checked');
    const { locale } = this;
    if (line && locale && state.checkedAt) line.textContent = locale.checked(clockText(state.checkedAt, now, locale));
  }

  // What is shown.

  /** The statement's own content, inside the card. */
  protected abstract view(view: View): TemplateResult;

  /** Whether one item has to be there; a list does without. */
  protected needsItem(_feed: Feed): boolean {
    return true;
  }

  /** Accessible name of the card. */
  protected label({ locale, publisher, facts }: View): string {
    return locale.speaker(publisher, locale.kinds[facts.kind ?? 'statement']);
  }

  /** Whether a change of status is spoken for it. */
  protected get announces(): boolean {
    return false;
  }

  private get language(): string {
    return languageAround(this) ?? 'en';
  }

  /**
   * The sentences in the reader's language. A card is not shown in one language to be turned into another: while a language
   * loads there are none, or those of the language before. Where it cannot be loaded, English.
   */
  private speak(): Locale | undefined {
    const { language } = this;
    const locale = localeFor(language);
    if (locale) this.locale = locale;
    else if (this.near && this.asked !== language) void this.load(language);
    return this.locale;
  }

  private async load(language: string): Promise<void> {
    this.asked = language;
    const locale = await loadLocale(language).catch((cause: unknown) => {
      warn(`The language "${language}" could not be loaded.`, cause);
      return en;
    });
    if (this.asked !== language) return; // another was asked for meanwhile
    this.locale = locale;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { settings } = this;
    if (settings.data) this.near = true;
    if (this.isConnected && this.near) this.controller.want(settings);
    for (const dependent of this.dependents) dependent.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { settings, controller } = this;
    const { state } = controller;
    const { feed } = state;
    const item = feed && selectItem(feed, { id: settings.item, language: this.language, original: settings.original });
    [this.shownFeed, this.shownItem] = [feed, item];
    this.changesAt = nextChange(item);
    const snapshot = this.arranged || this.hasSnapshot;
    const content = this.arranged ? nothing : this.content(state, item, snapshot);
    const { locale } = this;
    this.mark(item && withdrawnBy(feed, item) && content !== nothing ? 'withdrawn' : state.status);
    const classes = `card ${settings.look ?? 'editorial'} ${settings.theme ?? 'auto'}`;
    return html`${
        content === nothing
          ? nothing
          : html`<div class="frame">
              <section
                class=${classes}
                part="card"
                lang=${locale?.tag ?? nothing}
                dir=${directionOf(locale?.tag ?? this.language)}
                aria-label=${this.cardLabel(item) ?? nothing}
                aria-busy=${state.status === 'loading' || !locale ? 'true' : nothing}
              >
                ${content}
              </section>
            </div>`
      }<slot ?hidden=${content !== nothing} @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  /** What takes the snapshot's place, or `nothing` where the snapshot is as true as it gets. */
  private content(state: FeedState, item: Item | undefined, snapshot: boolean): TemplateResult | typeof nothing {
    const { feed } = state;
    const there = feed && (item || !this.needsItem(feed));
    const by = feed && item && this.needsItem(feed) ? withdrawnBy(feed, item) : undefined;
    if (snapshot && (!there || (!by && this.stamp === String(feed.sequence) && feed.head._placard && !state.outdated))) return nothing;
    if (!this.settings.src && !feed) return nothing;
    const locale = this.speak();
    if (!locale) return snapshot ? nothing : skeleton();
    if (!there) {
      if (state.status === 'loading') return skeleton(locale);
      if (feed) return message(feed.ids.length && this.settings.item !== undefined ? locale.unknownItem : locale.empty, 'none');
      return message(this.settings.refresh === 0 ? locale.failedOnce : locale.failed, 'stale');
    }
    const view = this.viewOf(feed, item, state, locale);
    return by ? this.withdrawal(view, by) : this.view(view);
  }

  private viewOf(feed: Feed, item: Item | undefined, state: FeedState, locale: Locale): View {
    const { head } = feed;
    const lang = item?.language ?? head.language;
    const authors = item?.authors ?? head.authors;
    return {
      feed,
      item: item ?? { id: '' },
      facts: item?._placard ?? none,
      publisher:
        head._placard?.publisher.name ??
        authors?.find(({ name }) => name)?.name ??
        item?.author?.name ??
        head.author?.name ??
        head.title ??
        hostOf(feed.base),
      state,
      locale,
      language: this.language,
      level: Math.min(6, Math.max(2, Math.round(this.headingLevel) || 2)),
      lang,
      dir: directionFor(lang),
      now: Date.now(),
    };
  }

  private cardLabel(item: Item | undefined): string | undefined {
    const { locale } = this;
    const { state } = this.controller;
    const { feed } = state;
    return feed && locale && (item || !this.needsItem(feed)) ? this.label(this.viewOf(feed, item, state, locale)) : undefined;
  }

  /** In place of everything, the snapshot included. */
  private withdrawal(view: View, by: Item): TemplateResult {
    const { item, locale } = view;
    const { at, reason } = by._placard?.retraction ?? none;
    return html`<div class="withdrawn pad" part="withdrawn">
        <p class="masthead"><b part="publisher">${sayHead(view, view.publisher)}</b></p>
        <p class="stamp" part="stamp">
          ${icon('withdrawn')}<span>${at ? time(view, at, { phrase: locale.withdrawn }) : locale.withdrawn()}</span>
        </p>
        ${item.title ? heading(view.level, html`<s>${say(view, item.title)}</s>`, 'headline') : nothing}
        ${reason ? html`<p class="reason">${filled(locale.withdrawnReason, say(view, reason, by.language ?? view.feed.head.language))}</p>` : nothing}
      </div>
      ${notices(this, view)}
      <footer class="pad">${checked(view)}</footer>`;
  }

  private mark(now: FeedState['status'] | 'withdrawn'): void {
    const { states } = this.internals;
    for (const state of ['loading', 'fresh', 'stale', 'failed', 'withdrawn']) {
      try {
        if (state === now) states.add(state);
        else states.delete(state);
      } catch {
        // Chromium before 125 takes dashed names alone; there, nothing can be matched by :state() anyway.
      }
    }
  }

  // What the page is told.

  protected override update(changed: PropertyValues): void {
    const [feed, item] = [this.shownFeed, this.shownItem];
    super.update(changed);
    this.tell(feed, item);
  }

  private tell(feedBefore: Feed | undefined, before: Item | undefined): void {
    const { shownFeed: feed, shownItem: item, locale } = this;
    const { error } = this.controller.state;
    const fault =
      error ??
      (feed && !item && this.needsItem(feed) ? new FeedError('unknown-item') : this.addressless ? new FeedError('no-address') : undefined);
    if (fault && fault.code !== this.reportedError) this.report(fault);
    this.reportedError = fault?.code;
    if (!feed) return;
    if (feed !== feedBefore) this.reportedIssues = 0;
    if (feed.issues.length > this.reportedIssues) {
      this.report(new FeedError('invalid-part', { issues: feed.issues.slice(this.reportedIssues) }));
      this.reportedIssues = feed.issues.length;
    }
    const there = item ?? (this.needsItem(feed) ? undefined : feed);
    if (!there) return;
    if (!this.loaded) {
      this.loaded = true;
      this.fire(new PlacardLoadEvent(feed, item));
    } else if (feed !== feedBefore && (!item || JSON.stringify(item) !== JSON.stringify(before))) {
      this.fire(new PlacardUpdateEvent(before, item));
      if (!this.announces || !item || before?.id !== item.id || !locale) return;
      const sentence = statusSentence(item, locale);
      if (sentence && sentence !== statusSentence(before, locale)) {
        announce(
          locale.changed(this.viewOf(feed, item, this.controller.state, locale).publisher, sentence),
          locale.tag,
          `${feed.base} ${item.id} ${sentence}`,
        );
      }
    }
  }

  /** A tag of its own without a feed to ask for. */
  private get addressless(): boolean {
    const { src, data } = this.settings;
    return !src && !data && this.isConnected && (this.src !== undefined || !providerAround(this));
  }

  private report(error: FeedError): void {
    if (!this.outermost) return;
    const { src = '' } = this.settings;
    warn([`${error.message} ${src}`, ...error.issues.map(({ code, path }) => `${code} at ${path}`)].join('\n  '), error.cause);
    this.fire(new PlacardErrorEvent(error));
  }

  private fire(event: Event): void {
    if (this.outermost) this.dispatchEvent(event);
  }
}

function hostOf(url: string | undefined): string {
  return url ? new URL(url).host : '';
}

function nextChange(item: Item | undefined): number {
  const now = Date.now();
  const moments = (item?._placard?.actions ?? []).flatMap(({ starts, ends }) => [starts ? earliest(starts) : 0, ends ? latest(ends) : 0]);
  return Math.min(Infinity, ...moments.filter((moment) => moment > now));
}

/** About as large as what will come, so that the page does not jump; without a word as long as the language is not there. */
function skeleton(locale?: Locale): TemplateResult {
  return html`<div class="skeleton pad" part="skeleton">
    ${locale ? html`<p class="hidden">${locale.loading}</p>` : nothing} ${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}
  </div>`;
}

/** A sentence in place of content that is not there. */
export function message(sentence: string, shape: string): TemplateResult {
  return html`<p class="message pad" part="message">${icon(shape)}<span>${sentence}</span></p>`;
}
