/// <reference types="node" />
/** Reads the input of a command: a file, or an address. A file can have any size, because pages load the feeds of single items. */
import { readFile } from 'node:fs/promises';
import { EXIT, CliError } from './cli-error.js';
import { isUrl, openNetwork } from './http.js';

export interface InputFile {
  /** The name in the arguments. */
  name: string;
  text: string;
  /** The address of the response, after redirects; undefined for a file. */
  url?: string;
}

/**
 * @param seconds timeout for an address
 * @throws CliError (2) if nothing can be read, CliError (1) if it is not UTF-8 text
 */
export async function readSource(name: string, seconds?: number): Promise<InputFile> {
  if (!isUrl(name)) return { name, text: decode(await readBytes(name), name) };
  const { url, status, body } = await openNetwork({ seconds }).get(name, { accept: 'application/feed+json, application/json' });
  if (status < 200 || status > 299) throw new CliError(`${name} answers with status ${status}, not with a feed. Check the address.`);
  return { name, url, text: decode(body, name) };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (thrown) {
    throw new CliError(`${file} ${describeFsError(thrown)}`);
  }
}

/** Returns why a file cannot be read or written, as the end of a sentence. */
export function describeFsError(thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist. Check the path.',
    EACCES: 'cannot be opened. Check its permissions.',
    EPERM: 'cannot be opened. Check its permissions.',
    EISDIR: 'is a folder. Name the file in it.',
    ENOTDIR: 'does not exist. Check the path.',
    EROFS: 'is on a read-only disk. Use another folder.',
    ENOSPC: 'does not fit on the disk. Free some space.',
  };
  return reasons[code ?? ''] ?? `cannot be used: ${message}`;
}

/** Decodes UTF-8, without its byte order mark. Clients in pages reject any other encoding too. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`${name} is not UTF-8 text. Save it as UTF-8.`, EXIT.invalid);
  }
}
