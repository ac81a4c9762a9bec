/**
 * Brings a part of the bundle, and runs it only if it is byte for byte the one that this file was built with: our host may lapse,
 * or lie, while the page pins this file. `import()` carries no integrity, and WebKit ignores that of `<link rel=modulepreload>`
 * (measured in WebKitGTK 2.50: a changed file loads, and runs). That of a module script is enforced everywhere, and `import()`
 * then returns what ran, without a second request.
 */

import { create, native } from './native-member.js';
import { trustedScriptUrl } from './trusted-script-url.js';

/** The address of the bundle itself; the build puts `import.meta.url` here, or that of the classic script. */
declare const PLACARD_SCRIPT: string | undefined;

/** ms; a host that never answers must not hold up what waits for the part. */
const TIMEOUT = 20_000;

const here = PLACARD_SCRIPT;
const loaded = new Map<string, Promise<unknown>>();

/**
 * @param path of the part, beside this file
 * @throws whatever went wrong; another call tries again
 */
export function loadChunk(path: string, integrity: string): Promise<unknown> {
  let part = loaded.get(path);
  if (!part) {
    loaded.set(path, (part = load(path, integrity)));
    part.catch(() => loaded.delete(path));
  }
  return part;
}

async function load(path: string, integrity: string): Promise<unknown> {
  const url = new URL(path, here).href;
  const script = create('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  script.referrerPolicy = 'no-referrer';
  // Policies that go by nonces: ours is that of our own tag, as long as that is still there.
  script.nonce = [...native(document, 'scripts')].find(({ src }) => src === here)?.nonce ?? '';
  script.src = trustedScriptUrl(url);
  let timer;
  const intact = await new Promise<boolean>((resolve) => {
    script.addEventListener('load', () => resolve(true));
    script.addEventListener('error', () => resolve(false));
    timer = setTimeout(resolve, TIMEOUT, false);
    native(document, 'head').append(script);
  });
  clearTimeout(timer);
  script.remove();
  // Never after an error: it would be fetched again, and run.
  if (!intact) throw new TypeError(url);
  return import(/* @vite-ignore */ url);
}
