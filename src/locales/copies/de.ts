/** German: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Diese Kopie wird nicht aktualisiert.', present: 'Zum aktuellen Stand.' };
