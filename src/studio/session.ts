/** The file that `placard studio FEED` has opened: it is read and written through the server of this page. */

export interface Session {
  readonly name: string;
  readonly text: string;
  /** Address of the site that each save builds again. */
  readonly preview?: string | undefined;
  /** Returns whether the file was written. */
  save(text: string): Promise<boolean>;
}

/** @returns undefined for a page that no such command serves */
export async function openSession(): Promise<Session | undefined> {
  const token = new URLSearchParams(location.search).get('session');
  if (token === null) return undefined;
  const request = (options?: RequestInit) => fetch('session', { ...options, headers: { 'X-Placard-Session': token } });
  try {
    const response = await request();
    if (!response.ok) return undefined;
    const { name, text, preview } = (await response.json()) as Pick<Session, 'name' | 'text' | 'preview'>;
    return {
      name,
      text,
      preview,
      save: async (changed) => (await request({ method: 'PUT', body: changed }).catch(() => undefined))?.ok ?? false,
    };
  } catch {
    return undefined;
  }
}
