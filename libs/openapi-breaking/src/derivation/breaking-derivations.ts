import { readPacts } from '@fixpoint/pact-files';
import { createBreakingDerivations } from './breaking-derivation';

/** The comparison with a base and with a committed baseline, weighed by the pact interactions that use what differs. */
export const breakingDerivations = createBreakingDerivations(async (ports, { files }) =>
  (await readPacts(ports, files)).pacts.flatMap(({ interactions }) => interactions),
);
