/** Builds a card with all its content, for what is written once: snapshots, pages and texts. */
import type { Card } from './card.js';
import { buildClosedCard, type CardKind } from './closed-card.js';
import type { CardInput } from './context.js';
import { folds } from './folds/folds.js';

export type { CardKind };

export const buildCard = (kind: CardKind, input: CardInput): Card => buildClosedCard(kind, input, folds);
