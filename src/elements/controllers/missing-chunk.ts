/** Loads the rare chunk of the bundle when a card needs it. The shown card stays until then, and after a failure. */
import type { ReactiveControllerHost } from 'lit';
import { loadMissingChunk } from '../../feed/chunk-missing.js';

export class MissingChunk {
  /** Undefined if the card misses nothing. Stays `failed` while the chunk is requested again. */
  state?: 'loads' | 'failed' | undefined;
  /** Whether an update can change nothing: the chunk loads, or it failed and no check came since. */
  isWaiting = false;
  private isLoading = false;

  constructor(private readonly host: ReactiveControllerHost) {}

  async load(): Promise<void> {
    if (this.isWaiting) return;
    this.isWaiting = this.isLoading = true;
    this.state ??= 'loads';
    this.state = await loadMissingChunk().then(
      () => undefined,
      () => 'failed' as const,
    );
    this.isLoading = false;
    this.isWaiting = !!this.state;
    this.host.requestUpdate();
  }

  /** Lets the next update try again after a failure. Returns whether the card misses the chunk. */
  retry(): boolean {
    this.isWaiting = this.isLoading;
    return !!this.state;
  }
}
