import type { LayerKind, Level } from './config';

/** Levels from the strongest on. */
export const LEVELS: readonly Level[] = ['must', 'should', 'may', 'info'];

/** Kinds of links in the order in which they are shown. */
export const LAYER_KINDS: readonly LayerKind[] = ['code', 'test', 'operation', 'pact', 'metric', 'feature'];
