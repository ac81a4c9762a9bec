/// <reference types="node" />
/** Reads what a command names: a file, or an address. */
import { readFile, stat } from 'node:fs/promises';
import { EXIT, CliError } from './cli-error.js';
import { isUrl, MAX_BYTES, openNetwork } from './http.js';

export interface InputFile {
  /** As it was named. */
  name: string;
  text: string;
  /** The address that answered; undefined for a file. */
  url?: string;
}

/**
 * @param seconds time limit for an address
 * @throws Failure with exit code 2 where nothing can be read, 1 where it is no UTF-8 text
 */
export async function readSource(name: string, seconds?: number): Promise<InputFile> {
  if (!isUrl(name)) return { name, text: decode(await readBytes(name), name) };
  const { url, status, body } = await openNetwork({ seconds }).get(name, { accept: 'application/feed+json, application/json' });
  if (status < 200 || status > 299) throw new CliError(`${name} answers with the status ${status} instead of a feed.`);
  return { name, url, text: decode(body, name) };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > MAX_BYTES)
      throw new CliError(`${file} is larger than ${MAX_BYTES / 1024 / 1024} MiB; no page would read it.`);
    return await readFile(file);
  } catch (thrown) {
    if (thrown instanceof CliError) throw thrown;
    throw new CliError(`${file} ${describeFsError(thrown)}`);
  }
}

/** Why a file could not be read or written, as the end of a sentence. */
export function describeFsError(thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist. Check the path.',
    EACCES: 'is not allowed to you. Check its permissions.',
    EPERM: 'is not allowed to you. Check its permissions.',
    EISDIR: 'is a folder. Name the file in it.',
    ENOTDIR: 'does not exist. Check the path.',
    EROFS: 'is on a disk that cannot be written to.',
    ENOSPC: 'does not fit: the disk is full.',
  };
  return reasons[code ?? ''] ?? `fails: ${message}`;
}

/** UTF-8, without its byte order mark; a client in a page refuses anything else too. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`${name} is not UTF-8 text. Save it as UTF-8.`, EXIT.invalid);
  }
}
