/** Signs a publication with a key file, which is opened for this once. */
import { html, nothing } from 'lit';
import { isSigned } from '../../publish/feed-document.js';
import { readSigningKey, type Signer } from '../publish/signing-key.js';
import type { Studio } from '../studio.js';

interface SigningState {
  signer?: Signer;
  isNoKey?: boolean;
}

const stateOf = (studio: Studio): SigningState => studio.view<SigningState>('signing', () => ({}));

export const chosenSigner = (studio: Studio): Signer | undefined => stateOf(studio).signer;

/** Forgets the key: it was opened for one publication. */
export const forgetSigner = (studio: Studio): void => void (stateOf(studio).signer = undefined);

export function signingView(studio: Studio) {
  const { words, file } = studio;
  const { signer, isNoKey } = stateOf(studio);
  const { published, publicKey } = file!.facts;
  const wasSigned = publicKey !== undefined || (published !== undefined && isSigned(published));
  return html`<details class="signing" ?open=${wasSigned || !!signer || !!isNoKey}>
    <summary>${words.signTitle}</summary>
    <p class="hint">${words.signHint}</p>
    <label class="button"
      >${words.openKey} <input type="file" id="key-file" accept=".jwk,.json" @change=${(event: Event) => void choose(studio, event)}
    /></label>
    ${signer ? html`<p class="all-good" data-signer=${signer.publicKeys[0]!}>${words.signedWith(signer.publicKeys[0]!)}</p>` : nothing}
    ${isNoKey ? html`<p class="problem-note" role="alert" data-no-key>${words.notAKey}</p>` : nothing}
    ${wasSigned && !signer ? html`<p class="problem-note" data-was-signed>${words.wasSigned}</p>` : nothing}
  </details>`;
}

async function choose(studio: Studio, { target }: Event): Promise<void> {
  const input = target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (!file) return;
  const signer = await readSigningKey(await file.text());
  input.value = '';
  Object.assign(stateOf(studio), { signer, isNoKey: !signer });
  studio.render();
}
