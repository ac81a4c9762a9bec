/// <reference types="node" />
/** The port of a server of this machine: what the user names, and why it cannot be used. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError } from './cli-error.js';

const MAX_PORT = 65_535;

/** @throws CliError for a text that is not a port */
export function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > MAX_PORT)
    throw new CliError(`--port ${text} is not a port. Write a number up to ${MAX_PORT}, such as 4630.`);
  return Number(text);
}

/**
 * Starts the server.
 * @param port 0 for a free one
 * @returns the port
 * @throws CliError if the port cannot be used
 */
export async function openPort(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((ready, fail) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      fail(new CliError(`Port ${port} ${REASONS[code ?? ''] ?? message}`)),
    );
    server.listen(port, host, ready);
  });
  return (server.address() as AddressInfo).port;
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use. Name another one with --port.',
  EACCES: 'is reserved on this machine. Name one above 1023 with --port.',
};
