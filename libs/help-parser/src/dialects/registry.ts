import { clap } from './clap';
import type { Dialect } from './dialect';
import { generic } from './generic';

/** All grammars; a new one is a folder beside this file and a row here. Where two fit equally the earlier is taken. */
export const DIALECTS: readonly Dialect[] = [clap, generic];
