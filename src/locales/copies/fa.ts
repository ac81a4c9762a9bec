/** Persian: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'این نسخه به‌روز نمی‌شود.', present: 'وضعیت کنونی را ببینید.' };
