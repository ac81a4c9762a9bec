/** Lists the files that a reader's browser loads for a snippet, with their sizes where the builder knows them. */
import { byteLength } from './byte-length.js';
import type { EmbedFormat } from './formats.js';
import type { FramePage } from './pages.js';
import type { Scripts } from './scripts.js';
import type { CardSnapshot } from './snapshot.js';

/** One file, which is one request. */
export interface LoadedFile {
  /** Shown to the user. */
  readonly name: string;
  /** Undefined where the size is not known. */
  readonly bytes?: number;
  /** `bytes` is the size after Brotli; otherwise it is the size before compression. */
  readonly brotli?: boolean;
}

export interface Costs {
  readonly initial: LoadedFile[];
  readonly update: LoadedFile[];
  /** Whether a new version of the feed reaches the reader. */
  readonly updates: boolean;
  /** Bytes after Brotli that the package adds to an application's own bundle. */
  readonly bundled?: number;
}

interface Content {
  /** The text of the feed. */
  readonly feed: string;
  readonly snapshot: CardSnapshot;
  /** Names of the lazy chunks that the card needs, without the language. */
  readonly chunks: readonly string[];
}

/** @param frame the publisher's page, where the format is a frame */
export function costsOf(format: EmbedFormat, scripts: Scripts, { feed, snapshot, chunks }: Content, frame?: FramePage): Costs {
  const file = (name: string): LoadedFile => ({ name, bytes: scripts.weight(name), brotli: true });
  const [initial, update] = [format.initialFiles.map(file), format.updateFiles.map(file)];
  const language = new Intl.Locale(frame?.language ?? snapshot.language).language;
  const chunk = (name: string, label: string): LoadedFile[] => {
    const path = scripts.chunk(name);
    return path ? [{ ...file(path), name: label }] : [];
  };
  const card: LoadedFile[] = [
    ...chunk(language, `the language “${language}”`),
    ...chunks.flatMap((name) => chunk(name, `the chunk “${name}”`)),
  ];
  // The snapshot has the pictures too, so they load before the card.
  const pictures: LoadedFile[] = snapshot.pictures.map(() => ({ name: 'a picture' }));
  if (frame) {
    const page = [{ name: 'frame.html', bytes: frame.bytes }, ...frame.files.map(file), { name: 'its feed', bytes: frame.feedBytes }];
    return { initial: [...initial, ...page, ...card, ...pictures], update, updates: true };
  }
  if (!format.fetchesFeed) return { initial: [...initial, ...pictures], update, updates: false };
  const fetched: LoadedFile[] = [...initial, { name: 'the feed', bytes: byteLength(feed) }, ...pictures];
  if (update.length) return { initial: fetched, update: [...update, ...card], updates: true };
  return { initial: [...fetched, ...card], update, updates: true, bundled: initial.length ? undefined : scripts.weight('placard.js') };
}
