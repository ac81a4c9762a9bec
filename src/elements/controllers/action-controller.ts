/** What happens when a reader follows a call to action: the page is asked first, then it is a plain link, or sharing. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionBlock } from '../../card/card.js';
import type { Action } from '../../feed/schema/schema.js';
import { PlacardActionEvent } from '../events.js';

/** How sharing went: nothing to say where the system's own sheet was used. */
export type ShareResult = 'copied' | 'manual' | undefined;

export class ActionController implements ReactiveController {
  shareResult: ShareResult;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Another item, or another look at the page: what was said about copying is no longer news. */
  hostDisconnected(): void {
    this.shareResult = undefined;
  }

  /** A click on the link or button of `action`. */
  handleClick(event: Event, action: Action, share?: ActionBlock['share']): void {
    if (!this.host.dispatchEvent(new PlacardActionEvent(action))) event.preventDefault();
    else if (share) void this.share({ url: share.url ?? location.href, title: share.title });
  }

  /** The system's sheet where there is one; else the address goes to the clipboard, else it is shown to be copied by hand. */
  private async share(data: { url: string; title?: string }): Promise<void> {
    let shared: ShareResult;
    try {
      if (navigator.share) await navigator.share(data);
      else {
        await navigator.clipboard.writeText(data.url);
        shared = 'copied';
      }
    } catch (thrown) {
      // Closing the sheet is a choice, not a failure.
      if ((thrown as Error).name === 'AbortError') return;
      shared = 'manual';
    }
    this.shareResult = shared;
    this.host.requestUpdate();
  }
}
