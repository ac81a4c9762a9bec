// @ts-check
/**
 * Publishes the sample case to this page alone, where the demo has no server. It answers the requests for `feed.json`: the client reads
 * the same bytes and status codes as from a server. A day in the past raises the epoch, because a client rejects a lower sequence.
 *
 * @typedef {import('./control.js').State} State
 */

/**
 * @param {State} initial
 * @returns {{ publish(command?: { step: string } | { fault: 'down' | 'none' }): State }}
 */
export function publisherOf(initial) {
  const state = { ...initial };
  let epochOffset = 0;
  const feed = new URL('feed.json', document.baseURI).href;
  const overNetwork = globalThis.fetch;

  async function answer() {
    if (state.fault === 'down') return new Response('The feed is down.', { status: 503 });
    const { file } = state.steps.find(({ step }) => step === state.current) ?? { file: 'feed.json' };
    const document = await (await overNetwork(file)).json();
    if (epochOffset) {
      document._placard.epoch = (document._placard.epoch ?? 0) + epochOffset;
      delete document._placard.signatures; // they sign another epoch
    }
    const headers = { 'content-type': 'application/feed+json', 'cache-control': 'max-age=2' };
    return new Response(JSON.stringify(document), { headers });
  }

  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI).href;
    return url === feed ? answer() : overNetwork(input, init);
  };

  return {
    publish(command = { fault: state.fault }) {
      if ('step' in command) {
        if (command.step < state.current) epochOffset++;
        state.current = command.step;
      } else state.fault = command.fault;
      return state;
    },
  };
}
