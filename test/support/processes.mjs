// Starts programs and waits for servers, for the WebKit launcher and verify.
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 50;

/** Returns a port that is free at this moment. */
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

/** Sends requests until the server answers, the process ends, or the time is over. */
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

/** Ends a `detached` process and all its child processes. */
export function endGroup(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // has ended already
  }
}
