import { Script } from './client.js';

/** Returns whether the browser has an HTTP cache. Some automated browsers disable it. */
export async function hasHttpCache(): Promise<boolean> {
  const probe = await Script.of({ body: 'kept', headers: { 'cache-control': 'max-age=60' } });
  for (let time = 0; time < 2; time++) await (await fetch(probe.url, { cache: 'force-cache' })).text();
  return (await probe.seen()).length === 1;
}
