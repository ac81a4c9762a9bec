/** Spanish: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Esta copia no se actualiza.', present: 'Vea la situación actual.' };
