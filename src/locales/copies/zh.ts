/** Chinese: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: '此副本不会更新。', present: '查看当前状况。' };
