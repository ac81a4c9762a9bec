/**
 * The functions that few first cards need. The bundles load them as a chunk when a feed needs one of them (src/bundler/rare-modules.ts).
 * A module in this list exports functions alone, and each of its exports is here.
 */
export { entries } from '../card/folds/list.js';
export { actionWords, letterOf } from '../card/sections/action-words.js';
export { countedDays, custodyStrip, untilRuns } from '../card/sections/custody.js';
export { cutClusters } from '../feed/values/clusters.js';
export { safeMailto } from '../feed/values/safe-mailto.js';
export { findNumbers } from '../feed/values/find-numbers.js';
export { describeDestination } from '../feed/values/link-destination.js';
export { characterOf } from '../feed/values/entity-names.js';
export { custodySentence, dayOfMoment, daysBetween, endedSentence, fatesText, isHeld, sinceText } from '../i18n/custody.js';
