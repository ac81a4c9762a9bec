/** Ukrainian: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Ця копія не оновлюється.', present: 'Дивіться поточний стан.' };
