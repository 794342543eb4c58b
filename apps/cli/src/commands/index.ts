import { addAcquire } from './acquire';
import { addBootstrapCoverage } from './bootstrap-coverage';
import { addCiMatrix } from './ci-matrix';
import type { AddCommand } from './command';
import { addFingerprint } from './fingerprint';
import { addMigrate } from './migrate';
import { addParseHelp } from './parse-help';
import { addReleaseWatch } from './release-watch';
import { addPromote } from './promote';
import { addProve } from './prove';
import { addRetain } from './retain';
import { addTargets } from './target';

/** Every command, in the order of the help; a new one is a file beside this one and a row here. */
export const COMMANDS: readonly AddCommand[] = [
  addTargets,
  addPromote,
  addRetain,
  addAcquire,
  addReleaseWatch,
  addCiMatrix,
  addBootstrapCoverage,
  addMigrate,
  addParseHelp,
  addFingerprint,
  addProve,
];
