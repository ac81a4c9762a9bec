/** Loads the rare chunk of the bundle when a card needs it. The shown card stays until then, and after a failure. */
import type { ReactiveControllerHost } from 'lit';
import { loadMissingChunk } from '../../feed/chunk-missing.js';

export class MissingChunk {
  /** Undefined if the card misses nothing. */
  state?: 'loads' | 'failed' | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  async load(): Promise<void> {
    if (this.state) return;
    this.state = 'loads';
    this.state = await loadMissingChunk().then(
      () => undefined,
      () => 'failed' as const,
    );
    this.host.requestUpdate();
  }

  /** Lets the next update try again after a failure. Returns whether the card misses the chunk. */
  retry(): boolean {
    const isMissing = !!this.state;
    if (this.state === 'failed') this.state = undefined;
    return isMissing;
  }
}
