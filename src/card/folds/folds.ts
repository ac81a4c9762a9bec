/** The sections of a card that a reader opens, and the elements that are more than a closed card. */
import type { Folds } from '../context.js';
import { contactDetails } from './contact-details.js';
import { facts } from './facts.js';
import { fullStatement } from './full-statement.js';
import { courtSources, reading } from './reading.js';
import { timeline } from './timeline.js';

export const folds: Omit<Folds, 'fit'> = { timeline, facts, reading, courtSources, contactDetails, fullStatement };
