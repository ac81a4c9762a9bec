// Starting other programs and waiting for servers, as the WebKit launcher and verify both do.
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 50;

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Asks a server that does not say when it is ready until it answers, the process ends or the time is over. */
export async function untilAnswered(ask, child, milliseconds) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`, { cause: error });
      if (Date.now() > deadline) throw error;
      await delay(RETRY_MS);
    }
  }
}

/** Ends a process that was started `detached`, with everything that it started. */
export function endGroup(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}
