/** Kazakh: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Бұл көшірме жаңартылмайды.', present: 'Қазіргі жай-күйін қараңыз.' };
