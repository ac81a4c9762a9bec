/** Turkish: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Bu kopya güncellenmez.', present: 'Güncel duruma bakın.' };
