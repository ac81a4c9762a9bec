/** French: the words below a copy that never changes. */
import type { CopyWords } from './en.js';

export const copy: CopyWords = { fixed: 'Cette copie n’est pas mise à jour.', present: 'Voir l’état actuel.' };
