/** The library of the property tests, with the seed of the run. Without a seed, each run tries other values. */
import { configureGlobal } from 'fast-check';

const seed = Number(process.env.SEED);
configureGlobal({ ...(seed && { seed }), includeErrorInReport: true });

export * from 'fast-check';
