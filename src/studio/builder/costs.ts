/** What a reader's browser loads for a snippet: each file, with its bytes as far as they are known here. */
import { bytesOf } from './byte-length.js';
import type { Framed } from './pages.js';
import type { Scripts } from './scripts.js';
import type { Shown } from './snapshot.js';
import type { Takeaway } from './formats.js';

export interface Load {
  /** For readers; each of them is one request. */
  readonly name: string;
  /** Undefined where nobody has told this page. */
  readonly bytes?: number;
  /** After Brotli; else before any compression. */
  readonly packed?: boolean;
}

export interface Costs {
  readonly first: Load[];
  readonly later: Load[];
  /** Bytes after Brotli, in the application's own files. */
  readonly bundled?: number;
}

interface Live {
  /** As it came. */
  readonly feed: string;
  readonly shown: Shown;
  /** Parts besides that of the language. */
  readonly parts: readonly string[];
}

/** @param frame what the publisher's page in it loads, where there is one */
export function costsOf(takeaway: Takeaway, scripts: Scripts, { feed, shown, parts }: Live, frame?: Framed): Costs {
  const file = (name: string): Load => ({ name, bytes: scripts.weight(name), packed: true });
  const [first, later] = [takeaway.first.map(file), takeaway.later.map(file)];
  const language = new Intl.Locale(frame?.language ?? shown.language).language;
  const part = (name: string, said: string): Load[] => {
    const found = scripts.part(name);
    return found ? [{ ...file(found), name: said }] : [];
  };
  const card: Load[] = [
    ...part(language, `the sentences in “${language}”`),
    ...parts.flatMap((name) => part(name, `the part “${name}”`)),
    ...shown.pictures.map(() => ({ name: 'a picture' })),
  ];
  if (frame) {
    const page = [{ name: 'frame.html', bytes: frame.bytes }, ...frame.files.map(file), { name: 'its feed', bytes: frame.feed }];
    return { first: [...first, ...page, ...card], later };
  }
  if (!takeaway.asks) return { first, later };
  const asked: Load[] = [...first, { name: 'the feed', bytes: bytesOf(feed) }];
  if (later.length) return { first: asked, later: [...later, ...card] };
  return { first: [...asked, ...card], later, bundled: first.length ? undefined : scripts.weight('placard.js') };
}
