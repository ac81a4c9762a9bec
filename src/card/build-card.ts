/** Builds a card with all its content, for what is written once: snapshots, pages and texts. */
import { briefOf } from './brief.js';
import type { WholeCard } from './card.js';
import { buildClosedCard, freeze, ownInput, type CardKind } from './closed-card.js';
import { contextOf, type CardInput } from './context.js';
import { fit } from './fit.js';
import { folds } from './folds/folds.js';

export type { CardKind };

export function buildCard(kind: CardKind, input: CardInput): WholeCard {
  const parts = { ...folds, fit };
  const brief = briefOf(contextOf(ownInput(kind, input), parts));
  return freeze({ ...buildClosedCard(kind, input, parts), brief });
}
