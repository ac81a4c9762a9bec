/** Portuguese: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Esta cópia não é atualizada.', present: 'Veja a situação atual.' };
