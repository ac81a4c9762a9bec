/** Handles clicks on calls to action. The page may cancel the event; otherwise the link opens, or the share dialog. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionBlock } from '../../card/card.js';
import type { Action } from '../../feed/schema/schema.js';
import { PlacardActionEvent } from '../events.js';

/** The result of sharing. Undefined after the share dialog of the system, which shows its own result. */
export type ShareResult = 'copied' | 'manual' | undefined;

export class ActionController implements ReactiveController {
  shareResult: ShareResult;
  /** The letter that the reader copied. */
  copied?: string;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Clears the result: after a move in the document, it is out of date. */
  hostDisconnected(): void {
    this.shareResult = this.copied = undefined;
  }

  /** Handles a click on the link or button of `action`. */
  handleClick(event: Event, action: Action, share?: ActionBlock['share']): void {
    if (!this.host.dispatchEvent(new PlacardActionEvent(action))) event.preventDefault();
    else if (share) void this.share({ url: share.url ?? location.href, title: share.title });
  }

  /** Copies a letter. In a frame without a clipboard, copies the selection, as the reader would. */
  async copy(text: string, button: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection()?.selectAllChildren(button.parentElement!);
      const onCopy = (event: ClipboardEvent) => {
        event.preventDefault();
        event.clipboardData!.setData('text/plain', text);
      };
      document.addEventListener('copy', onCopy, { capture: true, once: true });
      if (!document.execCommand('copy')) return document.removeEventListener('copy', onCopy, true);
    }
    this.copied = text;
    this.host.requestUpdate();
  }

  /** Opens the share dialog of the system. Without one, copies the address; without a clipboard, shows it. */
  private async share(data: { url: string; title?: string }): Promise<void> {
    let result: ShareResult;
    try {
      if (navigator.share) await navigator.share(data);
      else {
        await navigator.clipboard.writeText(data.url);
        result = 'copied';
      }
    } catch (thrown) {
      // The reader closed the dialog.
      if ((thrown as Error).name === 'AbortError') return;
      result = 'manual';
    }
    this.shareResult = result;
    this.host.requestUpdate();
  }
}
