/** Arabic: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'لا تُحدَّث هذه النسخة.', present: 'اطّلع على الحالة الراهنة.' };
