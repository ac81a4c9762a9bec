/** The attributes of all elements. An element gets its feed from its own address, or from the element around it. */
import { LitElement } from 'lit';
import { native } from '../../client/native-member.js';
import { isFetched } from '../../client/first-feed.js';
import type { PrefetchedResponse } from '../../client/shared-feed.js';
import type { Feed } from '../../feed/parse-feed.js';
import { safeWebUrl } from '../../feed/values/safe-url.js';
import { isOlder, parseVersion } from '../../feed/values/feed-version.js';
import type { Settings } from './settings.js';
import { cancel, whenNearViewport } from '../dom/when-near-viewport.js';
import { loadedRest } from '../load-rest.js';
import { booleanConverter, numberConverter, property, versionConverter } from './decorators.js';
import { closestProvider } from '../dom/closest-provider.js';

const TAGS = 'placard-campaign,placard-incident,placard-status,placard-action,placard-statement,placard-list,placard-feed';
const splitTokens = (text: string | undefined) => text?.split(/\s+/).filter(Boolean) ?? [];
/** Returns the pinned keys. An empty attribute pins an empty key, so that an unfilled template rejects every feed. */
const parseKeys = (text: string) => (text.trim() ? splitTokens(text) : ['']);
const LOWEST_VERSION = { epoch: -1, sequence: 0 };
const parseUrls = (text: string) => splitTokens(text).flatMap((url) => safeWebUrl(url, native(document, 'baseURI')) ?? []);

export abstract class FeedConsumer extends LitElement {
  /** Address of the feed. A relative address resolves against the page. */
  @property() src?: string;
  /** Id of the item. The default is the newest item with content. */
  @property() item?: string;
  /** Mirrors: backup addresses of the same feed, separated by spaces. */
  @property() mirrors?: string;
  /** Seconds between two polls. The default is 60. With 0, the element fetches the feed once. */
  @property({ converter: numberConverter }) refresh?: number;
  /** Shows the named item itself, not its translation into the reader's language. */
  @property({ converter: booleanConverter }) original = false;
  /** `auto` (the reader's setting, the default), `light` or `dark`. */
  @property() theme?: 'auto' | 'light' | 'dark';
  /** `editorial` (the default), `campaign` or `plain`. */
  @property() look?: 'editorial' | 'campaign' | 'plain';
  /** With `all` (the default), the sections are closed. With `none`, they are open. */
  @property() fold?: 'all' | 'none';
  /** Level of the headline, 2 to 6. */
  @property({ converter: numberConverter, attribute: 'heading-level', useDefault: true }) headingLevel = 2;
  /** One or two pinned Ed25519 public keys, separated by a space. The element shows only feeds that they signed. */
  @property({ attribute: 'public-key' }) publicKey?: string;
  /** The minimum publication, as `sequence` or `epoch.sequence`. The element rejects lower ones. */
  @property({ converter: versionConverter, attribute: 'min-sequence' }) minSequence?: string | number;
  /** Saves the last good feed in the storage of this origin. */
  @property({ converter: booleanConverter }) keep = false;
  /**
   * The publication of the snapshot, as `sequence` or `epoch.sequence`. The snapshot stays while the feed has the same publication.
   * The element rejects lower ones.
   */
  @property() stamp?: string;
  /** A parsed feed. With it, the element sends no request. */
  @property({ attribute: false, reflect: false }) data?: Feed;

  /** The response that the loader fetched before this element was defined. */
  declare prefetched?: PrefetchedResponse;

  /** Whether the element is or was near the viewport. */
  protected isNearViewport = false;
  /** Elements that get their feed from this element. */
  protected readonly consumers = new Set<FeedConsumer>();
  private provider?: FeedConsumer;

  override connectedCallback(): void {
    super.connectedCallback();
    this.findProvider();
    // An element that the page creates again shows its card at once.
    const { settings } = this;
    const rest = loadedRest();
    this.isNearViewport ||= !!settings.src && (rest ? rest.isHeld(settings.src, settings) : isFetched(settings.src));
    if (!this.isNearViewport && !this.data) whenNearViewport(this, () => this.onNearViewport());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancel(this);
    this.provider?.consumers.delete(this);
    this.provider = undefined;
  }

  private onNearViewport(): void {
    this.isNearViewport = true;
    this.requestUpdate();
  }

  private findProvider(): void {
    const parent = closestProvider(this);
    if (parent instanceof FeedConsumer) {
      this.provider = parent;
      parent.consumers.add(this);
      parent.requestUpdate(); // it may have treated its children as a snapshot
      this.requestUpdate();
    } else if (parent) {
      void this.awaitProvider(parent);
    }
  }

  private async awaitProvider(parent: Element): Promise<void> {
    await customElements.whenDefined(parent.localName);
    customElements.upgrade(parent);
    if (this.isConnected && !this.provider && parent instanceof FeedConsumer) this.findProvider();
  }

  /** Whether the element has its own feed, and does not inherit one. */
  private get hasOwnFeed(): boolean {
    return this.src !== undefined || this.data !== undefined;
  }

  /** Returns the settings: own attributes win over inherited ones. An element with its own feed inherits only its appearance. */
  get settings(): Settings {
    const parent = this.provider?.settings;
    const { hasOwnFeed } = this;
    const inherited = hasOwnFeed ? undefined : parent;
    return {
      src: hasOwnFeed ? safeWebUrl(this.src ?? '', native(document, 'baseURI')) : inherited?.src,
      data: hasOwnFeed ? this.data : inherited?.data,
      item: this.item ?? inherited?.item,
      mirrors: this.mirrors == null ? (inherited?.mirrors ?? []) : parseUrls(this.mirrors),
      refresh: this.refresh ?? inherited?.refresh,
      publicKeys: this.publicKey == null ? (inherited?.publicKeys ?? []) : parseKeys(this.publicKey),
      minSequence: this.minSequence ?? inherited?.minSequence,
      stamp: isOlder(parseVersion(this.stamp) ?? LOWEST_VERSION, parseVersion(inherited?.stamp)) ? inherited?.stamp : this.stamp,
      keep: this.keep || (!this.hasAttribute('keep') && !!inherited?.keep),
      original: this.original || (!this.hasAttribute('original') && !!inherited?.original),
      theme: this.theme ?? parent?.theme,
      look: this.look ?? parent?.look,
      fold: this.fold ?? parent?.fold,
    };
  }

  /** Whether this element dispatches events: an outermost tag, or a tag with its own feed or item. */
  get isEventRoot(): boolean {
    return !this.provider || this.hasOwnFeed || this.item !== undefined;
  }

  /** Whether this element shows how old its feed is. Among elements with one feed, the status shows it, or else the first one. */
  get showsFreshness(): boolean {
    if (!this.provider || this.hasOwnFeed) return true;
    const sharing = [...this.provider.consumers].filter(({ hasOwnFeed }) => !hasOwnFeed);
    return (sharing.find(({ localName }) => localName === 'placard-status') ?? sharing[0]) === this;
  }

  /** Whether the children include placard elements. Then they are the author's layout, not a snapshot. */
  protected get hasCustomLayout(): boolean {
    return this.consumers.size > 0 || !!this.querySelector(TAGS);
  }

  /** Whether the element has no feed, and no element around it can provide one. */
  protected get isMissingFeed(): boolean {
    const { src, data } = this.settings;
    return !src && !data && this.isConnected && (this.src !== undefined || !closestProvider(this));
  }
}
