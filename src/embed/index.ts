/** For pages that take no script, and for those that are made before one runs. */
export { snapshotOf } from './snapshot.js';
