/** The statement with its pictures and its origin. */
import type { Block } from '../card.js';
import { section } from '../blocks.js';
import type { Context } from '../context.js';
import { otherPictures } from '../sections/head.js';
import { asOf, provenance, statement } from './statement.js';

export const fullStatement = (context: Context): readonly Block[] => [
  ...section(context, 'text-section', [context.locale.headings.statement], statement(context, context.level + 1)),
  ...otherPictures(context),
  ...provenance(context),
  ...asOf(context),
];
