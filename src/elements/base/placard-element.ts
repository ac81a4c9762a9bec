/** What all elements share: the snapshot, and when something takes its place. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { buildCard, type CardKind } from '../../card/build-card.js';
import { contextOf, type CardInput } from '../../card/context.js';
import type { FeedState } from '../../client/watch-feed.js';
import { FeedError } from '../../feed/errors.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { hasContent, selectItem } from '../../feed/select-item.js';
import { findRetraction } from '../../feed/translations.js';
import { directionOf, type Locale } from '../../i18n/load-locale.js';
import { announce, joinAnnouncer } from '../dom/announcer.js';
import { Calls } from '../controllers/action-controller.js';
import { changeSentence, nextChange } from '../controllers/card-changes.js';
import { FeedController } from '../controllers/feed-controller.js';
import { keepingFocus } from '../dom/preserve-focus.js';
import { clockText } from '../../i18n/format.js';
import { orSnapshot } from '../dom/render-or-snapshot.js';
import { SourceElement } from './feed-consumer.js';
import { Speaking } from '../controllers/locale-controller.js';
import { picture } from './picture.js';
import { renderCard, type CardHost } from '../render-card.js';
import { message, skeleton } from './placeholders.js';
import { StatementHtml } from '../controllers/statement-html.js';
import { baseStyles } from './base.styles.js';
import { Telling } from '../controllers/event-reporter.js';
import { Unfolding } from '../controllers/print-controller.js';
import { warn } from '../dom/warn-once.js';

export abstract class PlacardElement extends SourceElement {
  static tag = '';
  static override styles = baseStyles;

  /** Registers the class under its tag. A page may hold several copies of this library: the first one wins. */
  static define(registry: CustomElementRegistry = customElements): void {
    const known = registry.get(this.tag);
    if (!known) registry.define(this.tag, this as unknown as CustomElementConstructor);
    else if (known !== (this as unknown)) warn(`<${this.tag}> is defined already; the first definition stays.`);
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  private readonly controller = new FeedController(this, (state, before) => this.stateChanged(state, before));
  private readonly speaking = new Speaking(this);
  private readonly telling = new Telling(this);
  private readonly calls = new Calls(this);
  private readonly statementHtml = new StatementHtml(this, () => this.kind === 'statement');
  private readonly internals = this.attachInternals();
  private leaveAnnouncer?: () => void;
  /** What is to be shown: none where the feed has not got it, or for a list. */
  private chosen?: Item;
  /** The item that withdraws it: itself, or what it was translated from. */
  private withdrawing?: Item;
  /** When the passing of time alone changes what is shown (an action ends), ms since 1970. */
  private changesAt = Infinity;

  constructor() {
    super();
    this.addController(this.controller);
    this.addController(this.speaking);
    if (Unfolding.needed) this.addController(new Unfolding(this));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveAnnouncer = joinAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaveAnnouncer?.();
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

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  /** Not the break or empty paragraph that an editor left in its place. */
  private get hasSnapshot(): boolean {
    return !!(this.textContent.trim() || this.querySelector('img'));
  }

  private stateChanged(state: FeedState, before: FeedState): void {
    const now = Date.now();
    const same =
      state.feed === before.feed &&
      state.status === before.status &&
      state.origin === before.origin &&
      state.error?.code === before.error?.code;
    if (same && state.outdated === before.outdated && state.status !== 'stale' && now < this.changesAt) this.tick(state, now);
    else this.requestUpdate();
  }

  /** Nothing new but the time of the look. */
  private tick(state: FeedState, now: number): void {
    const line = this.renderRoot.querySelector('.placard-checked');
    const { locale } = this.speaking;
    if (line && locale && state.checkedAt) line.textContent = locale.checked(clockText(state.checkedAt, now, locale));
  }

  // What is shown.

  /** Which card it shows. */
  protected readonly kind: CardKind = 'campaign';
  /** Entries of a list. */
  protected entries?: number;

  /** Whether one item has to be there; a list does without. */
  protected needsItem(_feed: Feed): boolean {
    return true;
  }

  /** Whether a change of status is spoken for it. */
  protected get announces(): boolean {
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { settings, controller, speaking } = this;
    if (settings.data) this.near = true;
    if (this.isConnected && this.near) controller.want(settings);
    for (const dependent of this.dependents) dependent.requestUpdate();
    const { feed } = controller.state;
    this.chosen = feed && selectItem(feed, { id: settings.item, language: speaking.language, original: settings.original });
    this.withdrawing = feed && this.chosen && this.needsItem(feed) ? findRetraction(feed, this.chosen) : undefined;
    this.changesAt = nextChange(this.chosen);
  }

  protected override render(): TemplateResult {
    const { settings, arranged, withdrawing, speaking } = this;
    const { state } = this.controller;
    const [content, label] = arranged ? [nothing] : this.content(state, this.hasSnapshot);
    const { locale } = speaking;
    this.mark(withdrawing && content !== nothing ? 'withdrawn' : state.status);
    const { look = 'editorial', theme = 'auto' } = settings;
    const classes = `placard-card placard-${look} placard-${theme}`;
    return html`${
        content === nothing
          ? nothing
          : html`<div class="placard-frame">
              <section
                class=${classes}
                part="card"
                lang=${locale?.tag ?? nothing}
                dir=${directionOf(locale?.tag ?? speaking.language)}
                aria-label=${label ?? nothing}
                aria-busy=${state.status === 'loading' || !locale ? 'true' : nothing}
              >
                ${content}
              </section>
            </div>`
      }<slot ?hidden=${content !== nothing} @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  /** Whether the feed has what is to be shown, and something of it could be read. */
  private has(feed: Feed): boolean {
    return hasContent(this.chosen) || !this.needsItem(feed);
  }

  /** What takes the snapshot's place, with its name, or `nothing` where the snapshot is as true as it gets. */
  private content(state: FeedState, snapshot: boolean): [content: TemplateResult | typeof nothing, label?: string] {
    const { withdrawing: by } = this;
    const { feed } = state;
    const there = feed && this.has(feed);
    if (snapshot && (!there || (!by && feed.stamp && this.stamp === feed.stamp && !state.outdated))) return [nothing];
    if (!this.settings.src && !feed) return [nothing];
    const locale = this.speaking.speak(this.near);
    if (!locale) return [snapshot ? nothing : skeleton()];
    if (!there) {
      if (state.status === 'loading') return [skeleton(locale)];
      if (feed) return [message(feed.ids.length && this.settings.item !== undefined ? locale.unknownItem : locale.empty, 'none')];
      return [message(this.settings.refresh === 0 ? locale.failedOnce : locale.failed, 'stale')];
    }
    const input = this.inputOf(feed, state, locale);
    const card = buildCard(this.kind, input);
    for (const { member, code } of card.issues) feed.reportIssue(this.chosen?.id ?? '', member, code);
    return [renderCard(card, this.hostFor(input)), card.label];
  }

  private inputOf(feed: Feed, freshness: FeedState, locale: Locale): CardInput {
    return {
      feed,
      item: this.chosen,
      locale,
      language: this.speaking.language,
      level: Math.min(6, Math.max(2, Math.round(this.headingLevel) || 2)),
      now: Date.now(),
      freshness,
      saysFreshness: this.speaks,
      pageUrl: location.href,
      pageOrigin: globalThis.origin,
      shared: this.calls.shared,
      sandboxed: globalThis.origin === 'null',
      entries: this.entries,
      fold: this.settings.fold,
      original: this.settings.original,
    };
  }

  private hostFor(input: CardInput): CardHost {
    return {
      follow: (event, action, share) => this.calls.follow(event, action, share),
      picture: (block) => picture(block, input.locale),
      statementHtml: (block) => this.statementHtml.content(input, block),
      onToggle: (role, open) => role === 'reading' && this.statementHtml.unfolded(open),
      showMore: () => this.showMore(),
    };
  }

  /** Shows further entries of a list. */
  protected showMore(): void {}

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

  protected override update(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    orSnapshot(root, () => keepingFocus(this, root, () => super.update(changed)));
    const { chosen, withdrawing } = this;
    const { locale } = this.speaking;
    const { state } = this.controller;
    const { feed, error } = state;
    const there = feed && this.has(feed);
    const fault = error ?? (feed && !there ? new FeedError('unknown-item') : this.addressless ? new FeedError('no-address') : undefined);
    const before = this.telling.tell(feed, { item: chosen, withdrawing }, there, fault);
    if (!before || !feed || !chosen || !locale) return;
    const sentence = changeSentence(contextOf(this.inputOf(feed, state, locale)), before, withdrawing, this.announces);
    if (sentence) announce(sentence, locale.tag, `${feed.base} ${chosen.id} ${sentence}`);
  }
}
