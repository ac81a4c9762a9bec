/** Subscribes to a feed, as an element does, and records every state in order. */
import { watchFeed, type FeedState, type FeedWatch, type WatchOptions } from '../../../src/client/watch-feed.js';

export class Reader {
  readonly states: FeedState[] = [];
  private readonly watch: FeedWatch;
  private taken = 0;
  private arrived?: () => void;

  constructor(url: string, options: WatchOptions) {
    this.watch = watchFeed(
      url,
      (state) => {
        this.states.push(state);
        this.arrived?.();
      },
      options,
    );
    readers.add(this);
  }

  get state(): FeedState {
    return this.watch.state;
  }

  /** Resolves to the first state that no earlier call returned. */
  async next(): Promise<FeedState> {
    while (this.states.length <= this.taken) await new Promise<void>((resolve) => (this.arrived = resolve));
    return this.states[this.taken++]!;
  }

  update(options: WatchOptions): void {
    this.watch.update(options);
  }

  close(): void {
    this.watch.close();
    readers.delete(this);
  }

  static closeAll(): void {
    for (const reader of readers) reader.close();
  }
}

const readers = new Set<Reader>();

// A failed test must not leave subscribers open for the next one.
afterEach(() => Reader.closeAll());
