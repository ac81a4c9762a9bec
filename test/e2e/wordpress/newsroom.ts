/** A publisher and a WordPress with the plugin, and what tests read from its posts. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { withPart, type Json } from '../cli/feeds.js';
import { allOf, attribute, textOf } from '../cli/site.js';
import { openSystemPhp } from './php.js';
import { openPublisher, type Publisher } from './publisher.js';
import { startWordPress, type Role, type WordPress } from './wordpress.js';

/** Path of the snapshot on the publisher's host. */
export const SNAPSHOT = '/press-cards/snapshot.json';

let sequence = 3;

/** Returns the next publication of a fictional feed. Its picture is not on this machine. */
export function news(title: string, change: Json = {}): Json {
  sequence++;
  const feed = withPart('/items/0/title', title, withPart('/_placard/sequence', sequence));
  const item = (feed.items as Json[])[0]!;
  delete item.image;
  item._placard = { ...(item._placard as Json), media: [], ...change, revision: sequence };
  return feed;
}

export interface CardRecord {
  error: string;
  failures: number;
  /** Seconds since 1970. */
  next: number;
  card: Json | null;
}

type Element = DefaultTreeAdapterTypes.Element;

export class Newsroom implements AsyncDisposable {
  private constructor(
    readonly publisher: Publisher,
    readonly wordpress: WordPress,
  ) {}

  /** The publisher has one item, and WordPress has the active plugin. */
  static async open({ active = true, php = openSystemPhp } = {}): Promise<Newsroom> {
    const publisher = await openPublisher();
    await publisher.publish(news('Three press cards withdrawn'));
    const wordpress = await startWordPress(publisher.url, php);
    if (active) await wordpress.activate();
    return new Newsroom(publisher, wordpress);
  }

  /** Address of the item's page. */
  get page(): string {
    return `${this.publisher.url}press-cards/`;
  }

  block(attributes: Json = { url: this.page }, copy = ''): string {
    return `<!-- wp:placard/card ${JSON.stringify(attributes)} -->\n${copy}\n<!-- /wp:placard/card -->`;
  }

  /** Saves a post as a user, with the filters for that role. Returns its id. */
  async insert(content: string, role: Role = 'author'): Promise<number> {
    return Number(
      await this.wordpress.php(`wp_set_current_user(get_user_by('login', '${role}')->ID); kses_init();
        echo wp_insert_post(wp_slash(['post_title' => 'A report', 'post_status' => 'publish', 'post_content' => ${literal(content)}]));`),
    );
  }

  async html(post: number): Promise<string> {
    return (await fetch(`${this.wordpress.url}/?p=${post}`)).text();
  }

  /** Returns the elements of the cards in a post. */
  async cards(post: number): Promise<Element[]> {
    return allOf(await this.html(post)).filter(isCard);
  }

  /** Returns the text of the first card. */
  async words(post: number): Promise<string> {
    return textOf((await this.cards(post))[0] ?? parse(''));
  }

  content(post: number): Promise<string> {
    return this.wordpress.json(`get_post(${post})->post_content`);
  }

  record(post: number): Promise<CardRecord> {
    return this.wordpress.json(`Placard\\get_record(get_post_meta(${post}, '_placard_card', true))`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.wordpress[Symbol.asyncDispose]();
    await this.publisher[Symbol.asyncDispose]();
  }
}

export const isCard = (element: Element): boolean => classOf(element)?.split(' ').includes('wp-block-placard-card') ?? false;
export const classOf = (element: Element): string | undefined => attribute(element, 'class');

/** Returns a literal of PHP. */
export const literal = (text: string): string => `base64_decode('${Buffer.from(text).toString('base64')}')`;
