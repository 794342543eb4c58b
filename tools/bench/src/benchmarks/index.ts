import type { Benchmark } from '../model';
import { derive } from './derive';
import { fleet } from './fleet';
import { growth } from './growth';
import { inference } from './inference';
import { linkCheck } from './link-check';
import { openapi } from './openapi';
import { snapshot } from './snapshot';
import { validateBatch } from './validate-batch';

/** Every benchmark by the name that the command line takes, in the order in which all of them run. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  snapshot,
  derive,
  inference,
  'validate-batch': validateBatch,
  growth,
  openapi,
  'link-check': linkCheck,
  fleet,
};
