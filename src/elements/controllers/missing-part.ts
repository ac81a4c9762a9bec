/** Loads the rare part of the bundle when a card needs it. The shown card stays until then, and after a failure. */
import type { ReactiveControllerHost } from 'lit';
import { loadMissingPart } from '../../feed/part-missing.js';

export class MissingPart {
  /** Undefined if the card misses nothing. */
  state?: 'loads' | 'failed' | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  async load(): Promise<void> {
    if (this.state) return;
    this.state = 'loads';
    this.state = await loadMissingPart().then(
      () => undefined,
      () => 'failed' as const,
    );
    this.host.requestUpdate();
  }

  /** Lets the next update try again after a failure. Returns whether the card misses the part. */
  retry(): boolean {
    const isMissing = !!this.state;
    if (this.state === 'failed') this.state = undefined;
    return isMissing;
  }
}
