/** The attributes of all elements, and where an element gets its feed from: its own address, or the element around it. */
import { LitElement } from 'lit';
import { native } from '../../client/native-member.js';
import type { PrefetchedResponse } from '../../client/watch-feed.js';
import type { Feed } from '../../feed/parse-feed.js';
import { safeWebUrl } from '../../feed/values/safe-url.js';
import { isOlder, parseVersion } from '../../feed/values/feed-version.js';
import type { Settings } from '../controllers/feed-controller.js';
import { cancel, whenNearViewport } from '../dom/when-near-viewport.js';
import { booleanConverter, numberConverter, property, versionConverter } from './decorators.js';
import { closestProvider } from '../dom/closest-provider.js';

const TAGS = 'placard-campaign,placard-incident,placard-status,placard-action,placard-statement,placard-list,placard-feed';
const splitTokens = (text: string | undefined) => text?.split(/\s+/).filter(Boolean) ?? [];
/** An empty pin pins to a key that signs nothing: a template without its value must not open the page. */
const parseKeys = (text: string) => (text.trim() ? splitTokens(text) : ['']);
const LOWEST_VERSION = { epoch: -1, sequence: 0 };
const parseUrls = (text: string) => splitTokens(text).flatMap((url) => safeWebUrl(url, native(document, 'baseURI')) ?? []);

export abstract class FeedConsumer extends LitElement {
  /** Address of the feed; a relative one resolves against the page. */
  @property() src?: string;
  /** Id of the item; by default the newest that has something to show. */
  @property() item?: string;
  /** Further addresses of the same feed, separated by spaces. */
  @property() mirrors?: string;
  /** Seconds between two looks at the feed, 60 by default; 0 looks once. */
  @property({ converter: numberConverter }) refresh?: number;
  /** Show the named item itself, not its translation into the reader's language. */
  @property({ converter: booleanConverter }) original = false;
  /** `auto` (the reader's setting, the default), `light` or `dark`. */
  @property() theme?: 'auto' | 'light' | 'dark';
  /** `editorial` (the default), `campaign` or `plain`. */
  @property() look?: 'editorial' | 'campaign' | 'plain';
  /** `all` (the default): the sections are shut. `none`: everything is open. */
  @property() fold?: 'all' | 'none';
  /** Level of the headline, 2 to 6. */
  @property({ converter: numberConverter, attribute: 'heading-level' }) headingLevel = 2;
  /** One or two pinned Ed25519 public keys, separated by a space: nothing that they did not sign is shown. */
  @property({ attribute: 'public-key' }) publicKey?: string;
  /** `sequence` or `epoch.sequence`: a lower publication is refused. */
  @property({ converter: versionConverter, attribute: 'min-sequence' }) minSequence?: string | number;
  /** Keep a last good copy in this origin's storage. */
  @property({ converter: booleanConverter }) keep = false;
  /** The sequence that the snapshot was made from, as `epoch.sequence` once the epoch was raised: while the feed's is the same, the snapshot stays, and a lower publication is refused. */
  @property() stamp?: string;
  /** A parsed feed, instead of the network. */
  @property({ attribute: false }) data?: Feed;

  /** What the loader fetched for this element before it was defined. */
  declare prefetched?: PrefetchedResponse;

  /** Whether somebody may soon see it, or could once. */
  protected isNearViewport = false;
  /** Elements that read from this one. */
  protected readonly consumers = new Set<FeedConsumer>();
  private provider?: FeedConsumer;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.isNearViewport && !this.data) whenNearViewport(this, () => this.onNearViewport());
    this.findProvider();
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
    const around = closestProvider(this);
    if (around instanceof FeedConsumer) {
      this.provider = around;
      around.consumers.add(this);
      around.requestUpdate(); // it may have taken its children for a snapshot
      this.requestUpdate();
    } else if (around) {
      void this.awaitProvider(around);
    }
  }

  private async awaitProvider(around: Element): Promise<void> {
    await customElements.whenDefined(around.localName);
    customElements.upgrade(around);
    if (this.isConnected && !this.provider && around instanceof FeedConsumer) this.findProvider();
  }

  /** Whether it has a feed of its own. */
  private get hasOwnFeed(): boolean {
    return this.src !== undefined || this.data !== undefined;
  }

  /** What this element wants, its own attributes before those around it. With an own `src` it is on its own but for its appearance. */
  get settings(): Settings {
    const around = this.provider?.settings;
    const own = this.hasOwnFeed;
    const from = own ? undefined : around;
    return {
      src: own ? safeWebUrl(this.src ?? '', native(document, 'baseURI')) : from?.src,
      data: own ? this.data : from?.data,
      item: this.item ?? from?.item,
      mirrors: this.mirrors == null ? (from?.mirrors ?? []) : parseUrls(this.mirrors),
      refresh: this.refresh ?? from?.refresh,
      publicKeys: this.publicKey == null ? (from?.publicKeys ?? []) : parseKeys(this.publicKey),
      minSequence: this.minSequence ?? from?.minSequence,
      stamp: isOlder(parseVersion(this.stamp) ?? LOWEST_VERSION, parseVersion(from?.stamp)) ? from?.stamp : this.stamp,
      keep: this.keep || (from?.keep ?? false),
      original: this.original || (from?.original ?? false),
      theme: this.theme ?? around?.theme,
      look: this.look ?? around?.look,
      fold: this.fold ?? around?.fold,
    };
  }

  /** Whether it tells the page what happens to its feed: each outermost tag does, and each that shows something of its own. */
  get isEventRoot(): boolean {
    return !this.provider || this.hasOwnFeed || this.item !== undefined;
  }

  /** Whether it says how old things are: of several elements on one feed, the status does, else the first. */
  get showsFreshness(): boolean {
    if (!this.provider || this.hasOwnFeed) return true;
    const around = [...this.provider.consumers].filter(({ hasOwnFeed: alone }) => !alone);
    return (around.find(({ localName }) => localName === 'placard-status') ?? around[0]) === this;
  }

  /** Placard elements among the children: the author's own arrangement, no snapshot. */
  protected get hasCustomLayout(): boolean {
    return this.consumers.size > 0 || !!this.querySelector(TAGS);
  }

  /** A tag of its own without a feed to ask for. */
  protected get isMissingFeed(): boolean {
    const { src, data } = this.settings;
    return !src && !data && this.isConnected && (this.src !== undefined || !closestProvider(this));
  }
}
