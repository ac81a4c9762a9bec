/** Base class of all elements. It shows the snapshot until the feed has content to show. */
import { html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import type { Card } from '../../card/card.js';
import { buildClosedCard, needsFolds, type CardKind } from '../../card/closed-card.js';
import { contextOf, type CardInput, type Context } from '../../card/context.js';
import { failedWith, LOADING, type FeedState } from '../../client/feed-state.js';
import type { Feed } from '../../feed/parse-feed.js';
import type { Item } from '../../feed/schema/schema.js';
import { loadMissingChunkWith, ChunkMissing, withChunks } from '../../feed/chunk-missing.js';
import { readOtherNamesWith } from '../../feed/values/entities.js';
import type { Locale } from '../../i18n/load-locale.js';
import { ActionController } from '../controllers/action-controller.js';
import { loadRare } from '../load-rare.js';
import { loadedRest, loadRest } from '../load-rest.js';
import { FeedController } from '../controllers/feed-controller.js';
import { FoldsController } from '../controllers/folds-controller.js';
import { MissingChunk } from '../controllers/missing-chunk.js';
import { withPreservedFocus } from '../dom/preserve-focus.js';
import { formatTime } from '../../i18n/format.js';
import { adoptStyles } from '../dom/adopt-styles.js';
import { showCustomState } from '../dom/custom-states.js';
import { announce, createLiveRegion } from '../dom/live-region.js';
import { readHtmlName } from '../dom/read-html-name.js';
import { RenderGuard } from '../dom/render-guard.js';
import { hasVisibleContent } from '../dom/visible-content.js';
import { renderFrame } from './card-frame.js';
import { computeCardState, type CardState } from './card-state.js';
import { FeedConsumer } from './feed-consumer.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { renderPicture } from './picture.js';
import { renderCard, type CardHost } from '../render-card.js';
import { renderLack, renderSkeleton } from './placeholders.js';
import type { Settings } from './settings.js';
import { baseStyles } from './base.styles.js';
import { EventReporter, type ReportedItem } from '../controllers/event-reporter.js';
import { warn } from '../dom/warn-once.js';

type Content = readonly [content: TemplateResult | typeof nothing, label?: string, card?: Card, isBusy?: boolean];

/** @attr {string} lang - Language of the interface, such as `fr`. The default is the `lang` of the nearest element around it. */
export abstract class PlacardElement extends FeedConsumer {
  static tag = '';
  static override styles = baseStyles;

  /** Registers the class under its tag. If a page loads two copies of this library, the first one wins. */
  static define(registry: CustomElementRegistry = customElements): void {
    const known = registry.get(this.tag);
    if (!known) registry.define(this.tag, this as unknown as CustomElementConstructor);
    else if (known !== (this as unknown)) warn(`<${this.tag}> is defined already; the first definition stays.`);
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  private readonly feedController = new FeedController(this, (state, before) => this.onFeedState(state, before));
  private readonly localeController = new LocaleController(this);
  private readonly eventReporter = new EventReporter(this);
  private readonly actionController = new ActionController(this);
  private readonly foldsController = new FoldsController(this, () => this.kind === 'statement');
  private readonly missingChunk = new MissingChunk(this);
  private readonly internals = this.attachInternals();
  private readonly liveRegion = createLiveRegion();
  private guard?: RenderGuard;
  /** Whether the last render shows a card, and not a placeholder or the snapshot. */
  private showsCard = false;
  /** The adopted styles of the sections. */
  private foldStyles?: readonly CSSResult[];
  /** Undefined before the first update. */
  private cardState?: CardState;
  /** The content and the label of the next render. */
  private content: Content = [nothing];
  /** The error that the next render throws, so that the guard keeps what is shown. */
  private failure?: unknown;

  constructor() {
    super();
    readOtherNamesWith(readHtmlName);
    loadMissingChunkWith(loadRare);
    this.addController(this.feedController);
    this.addController(this.localeController);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.guard = new RenderGuard(root as ShadowRoot, this.liveRegion, this.renderOptions);
    return root;
  }

  adoptedCallback(): void {
    this.adoptStyles();
  }

  private adoptStyles(): void {
    const { elementStyles } = this.constructor as typeof PlacardElement;
    this.foldStyles = this.foldsController.styles;
    if (this.shadowRoot) adoptStyles(this.shadowRoot, [...(elementStyles as CSSResult[]), ...(this.foldStyles ?? [])]);
  }

  override attributeChangedCallback(name: string, oldValue: string | null, newValue: string | null): void {
    super.attributeChangedCallback(name, oldValue, newValue);
    if (name === 'lang') this.requestUpdate();
  }

  private onFeedState(state: FeedState, before: FeedState): void {
    const same =
      state.feed === before.feed &&
      state.status === before.status &&
      state.origin === before.origin &&
      state.error?.code === before.error?.code &&
      state.outdated === before.outdated;
    const wasMissing = this.missingChunk.retry();
    if (!same || wasMissing || state.status === 'stale' || this.isPast()) return this.requestUpdate();
    this.updateCheckedTime(state);
    this.renewSnapshot();
  }

  /** Whether the shown content changes without a new feed, for example because an action has ended. */
  private isPast(): boolean {
    const { item, feed, now } = this.cardState ?? {};
    return !!now && this.now >= (loadedRest()?.nextChange(item, feed, now) ?? 0);
  }

  /** Updates the time of the last check without a render. */
  private updateCheckedTime({ checkedAt }: FeedState): void {
    const line = this.renderRoot.querySelector('.placard-checked');
    const { locale } = this.localeController;
    if (line && locale && checkedAt) this.guard!.change(() => (line.textContent = locale.checked(formatTime(checkedAt, this.now, locale))));
  }

  /** The one clock of the card, ms since 1970: the later of the reader's and the publisher's. */
  private get now(): number {
    return Date.now() + (this.feedController.state.clockAheadMs ?? 0);
  }

  /** The kind of the card. */
  protected readonly kind: CardKind = 'campaign';
  /** Maximum number of entries of a list. */
  protected entries?: number;
  /** The topic of the entries of a list; empty for every entry. */
  protected topic?: string;

  /** Returns whether the element needs a selected item. A list with entries does not need one. */
  protected requiresItem(_feed: Feed): boolean {
    return true;
  }

  /** Whether the element announces a change of status. */
  protected get announcesStatus(): boolean {
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { settings, feedController } = this;
    if (settings.data) this.isNearViewport = true;
    if (this.isConnected && this.isNearViewport) feedController.connect(settings);
    for (const consumer of this.consumers) consumer.requestUpdate();
    try {
      this.prepare(settings, feedController.state);
      this.missingChunk.state = undefined;
    } catch (thrown) {
      if (thrown instanceof ChunkMissing) this.onMissingChunk(settings);
      else this.failure = thrown;
    }
  }

  /** Computes all that an update shows. Has no effect on the page, so that it can run again. */
  private prepare(settings: Settings, feedState: FeedState): void {
    this.failure = undefined;
    this.cardState = computeCardState({
      settings,
      feedState,
      language: this.localeController.language,
      now: this.now,
      requiresItem: (feed) => this.requiresItem(feed),
      isMissingFeed: this.isMissingFeed,
    });
    this.content = this.hasCustomLayout ? [nothing] : this.renderContent(this.cardState, hasVisibleContent(this));
  }

  /** The next poll tries again after a failure. */
  private onMissingChunk(settings: Settings): void {
    void this.missingChunk.load();
    if (!this.showsCard) this.prepare(settings, this.missingChunk.state === 'loads' ? LOADING : failedWith('network'));
  }

  /** Without its missing chunk, a shown card stays as it is. */
  protected override shouldUpdate(): boolean {
    return !this.missingChunk.isWaiting || !this.showsCard;
  }

  protected override render(): TemplateResult {
    if (this.failure) throw this.failure;
    const state = this.cardState!;
    const [content, label, , isBusy] = this.content;
    const { locale, language } = this.localeController;
    const isShown = content !== nothing;
    showCustomState(this.internals, state.retractedBy && isShown ? 'withdrawn' : state.feedState.status);
    return html`${isShown ? renderFrame(state.settings, { content: content as TemplateResult, label, locale, language, isBusy }) : nothing}<slot
        ?hidden=${isShown}
        @slotchange=${() => this.requestUpdate()}
      ></slot>`;
  }

  /** Returns the content that replaces the snapshot and its label, or `nothing` to keep the snapshot. */
  private renderContent(state: CardState, snapshot: boolean): Content {
    const { settings, feedState, item, retractedBy } = state;
    const feed = state.hasContent ? state.feed : undefined;
    if (snapshot && (!feed || (!retractedBy && (this.isCurrentSnapshot(feed, feedState) || this.hasLess(feed, item))))) return [nothing];
    if (!settings.src && !state.feed) return [nothing];
    const locale = this.localeController.getLocale(this.isNearViewport);
    const skeleton: Content = snapshot ? [nothing] : [renderSkeleton(settings.src, locale), undefined, undefined, true];
    if (!locale || (!feed && feedState.status === 'loading')) return skeleton;
    if (!feed) return [renderLack(state, locale)];
    const input = this.cardInput(feed, state, locale);
    const needed = !retractedBy && (needsFolds(this.kind, input) || !!this.querySelector('.placard-snapshot details'));
    const folds = this.foldsController.get(needed);
    if (needed && this.foldsController.isPending) return skeleton;
    const card = buildClosedCard(this.kind, input, folds);
    if (card.overflows && this.foldsController.isPending) {
      this.foldsController.get(true);
      return skeleton;
    }
    for (const { member, code } of card.issues) feed.reportIssue(item?.id ?? '', member, code);
    return [renderCard(card, this.cardHost(input)), card.label, card];
  }

  /** Whether the snapshot may have a status that the feed does not show. */
  private hasLess(feed: Feed, item: Item | undefined): boolean {
    return !!item && this.announcesStatus && feed.lacksStatus(item.id);
  }

  private isCurrentSnapshot({ stamp }: Feed, { outdated }: FeedState): boolean {
    return !!stamp && this.stamp === stamp && !outdated;
  }

  private cardInput(feed: Feed, { settings, feedState, item }: CardState, locale: Locale): CardInput {
    return {
      feed,
      item,
      locale,
      language: this.localeController.language,
      level: Math.min(6, Math.max(2, Math.round(this.headingLevel) || 2)),
      now: this.now,
      freshness: feedState,
      saysFreshness: this.showsFreshness,
      pageUrl: location.href,
      pageOrigin: globalThis.origin,
      shared: this.actionController.shareResult,
      copied: this.actionController.copied,
      sandboxed: globalThis.origin === 'null' && location.protocol !== 'file:',
      entries: this.entries,
      topic: this.topic,
      fold: settings.fold,
      original: settings.original,
    };
  }

  private cardHost(input: CardInput): CardHost {
    return {
      onAction: (event, action, share) => this.actionController.handleClick(event, action, share),
      picture: (block) => renderPicture(block, input.locale),
      section: (block, render) => this.foldsController.section(input, block, render, this.lists),
      onToggle: (role, open) => this.foldsController.onToggle(role, open),
      copy: (text, button) => void this.actionController.copy(text, button),
    };
  }

  /** Changes what a list shows. */
  protected readonly lists = { showMore(): void {}, showTopic(_topic: string): void {} };

  protected override update(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    if (this.foldStyles !== this.foldsController.styles) this.adoptStyles();
    withPreservedFocus(this, root, () => this.guard!.render(() => super.update(changed)));
    this.showsCard = !!this.content[2];
    this.renewSnapshot();
    this.reportChange(this.cardState!);
  }

  /** Renews the snapshot in the page. Before the rest is loaded, the first check after its load does that. */
  private renewSnapshot(): void {
    const card = this.showsCard && this.renderRoot.querySelector('.placard-card');
    if (card) loadedRest()?.renewSnapshot(this, card);
  }

  /** Dispatches the events of an update, and announces a changed item. */
  private reportChange(state: CardState): void {
    const previous = this.eventReporter.report(state);
    const { feed, item } = state;
    const { locale } = this.localeController;
    if (previous && feed && item && locale)
      void this.announceChange(contextOf(this.cardInput(feed, state, locale)), previous).catch(() => {}); // only the announcement is lost
  }

  private async announceChange(context: Context, previous: ReportedItem): Promise<void> {
    const { feed, item, locale } = context;
    const { changeSentence } = await loadRest();
    const sentence = await withChunks(() => changeSentence(context, previous, this.announcesStatus));
    if (sentence) announce(this.liveRegion, sentence, locale.tag, `${feed.base} ${item.id} ${feed.stamp} ${sentence}`);
  }
}
