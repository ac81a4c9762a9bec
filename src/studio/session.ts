/** The file that `placard studio FEED` has opened: it is read and written through the server of this page. */

export interface Session extends FileOnDisk {
  /** The token of this start of the command. */
  readonly id: string;
  /** Returns the file as it is now; undefined if it cannot be read. */
  read(): Promise<FileOnDisk | undefined>;
  /**
   * Writes the file, unless it differs from the one with this ETag.
   * @returns the new ETag; undefined if the file was not written
   */
  save(text: string, etag: string): Promise<string | undefined>;
}

interface FileOnDisk {
  readonly name: string;
  readonly text: string;
  readonly etag: string;
  /** Address of the site that each save builds again. */
  readonly preview?: string | undefined;
}

/** @returns undefined for a page that no such command serves; `unreadable` if the command does not answer, or cannot read the file */
export async function openSession(): Promise<Session | 'unreadable' | undefined> {
  const id = new URLSearchParams(location.search).get('session');
  if (id === null) return undefined;
  const request = async (options?: RequestInit): Promise<Response | undefined> => {
    const headers = { ...options?.headers, 'X-Placard-Session': id };
    const response = await fetch('session', { ...options, headers }).catch(() => undefined);
    return response?.ok ? response : undefined;
  };
  const read = async () => {
    const response = await request();
    const file = (await response?.json().catch(() => undefined)) as Omit<FileOnDisk, 'etag'> | undefined;
    return file && { ...file, etag: etagOf(response!) };
  };
  const file = await read();
  if (!file) return 'unreadable';
  const save = async (text: string, etag: string) => {
    const response = await request({ method: 'PUT', body: text, headers: { 'If-Match': etag } });
    return response && etagOf(response);
  };
  return { ...file, id, read, save };
}

const etagOf = ({ headers }: Response): string => headers.get('ETag') ?? '';
