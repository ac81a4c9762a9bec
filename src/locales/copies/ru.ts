/** Russian: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Эта копия не обновляется.', present: 'Смотрите текущее состояние.' };
