/**
 * Loads a chunk of the bundle, and runs it only if its bytes are those of the build: a page may pin this file, while the host of
 * the chunk changes owner. `import()` takes no integrity, and WebKit ignores the one of `<link rel=modulepreload>` (measured in
 * WebKitGTK 2.50: a changed file runs). Every engine enforces the integrity of a module script, and `import()` then returns that
 * module without a second request.
 */

import { create, native } from './native-member.js';
import { trustedScriptUrl } from './trusted-script-url.js';

/** The address of the bundle. The build replaces it by `import.meta.url`, or by the `src` of the classic script. */
declare const PLACARD_SCRIPT: string | undefined;

/** A host that does not answer must not block the caller. */
const TIMEOUT_MS = 20_000;

/** A classic script can read it only during its first run. */
const scriptUrl = PLACARD_SCRIPT;
/** An optimiser of the page may combine or inline scripts. The page then has a `link` to the folder of `placard.js`. */
const baseUrl = () => native(document, 'querySelector')<HTMLLinkElement>('[rel=placard-base]')?.href || scriptUrl;
const loaded = new Map<string, Promise<unknown>>();
/** Loads that failed, of all chunks. */
let failures = 0;

/**
 * Returns the module; loads it once.
 * @param path relative to this file
 * @param given what the chunk takes from this file
 * @throws if the chunk did not load; the next call retries
 */
export function loadChunk(path: string, integrity: string, given: readonly unknown[]): Promise<unknown> {
  let chunk = loaded.get(path);
  if (!chunk) {
    loaded.set(path, (chunk = load(path, integrity, given)));
    chunk.catch(() => ++failures && loaded.delete(path));
  }
  return chunk;
}

async function load(path: string, integrity: string, given: readonly unknown[]): Promise<unknown> {
  // Chromium does not fetch a module again that failed, unless its address differs.
  const url = new URL(failures ? `${path}?${failures}` : path, baseUrl()).href;
  const script = create('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  script.referrerPolicy = 'no-referrer';
  // A policy may require a nonce, which is the same for all scripts of a page.
  script.nonce = native(document, 'querySelector')<HTMLElement>('[nonce]')?.nonce ?? '';
  script.src = trustedScriptUrl(url);
  let timer;
  const loadedOk = await new Promise<boolean>((resolve) => {
    script.addEventListener('load', () => resolve(true));
    script.addEventListener('error', () => resolve(false));
    timer = setTimeout(resolve, TIMEOUT_MS, false);
    native(document, 'head').append(script);
  });
  clearTimeout(timer);
  script.remove();
  // After an error, `import()` would fetch the chunk again and run it without the check.
  if (!loadedOk) throw new TypeError(url);
  const { default: exportsOf } = (await import(/* @vite-ignore */ url)) as { default: (given: readonly unknown[]) => unknown };
  return exportsOf(given);
}
