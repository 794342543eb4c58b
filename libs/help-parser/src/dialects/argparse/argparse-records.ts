import type { SnapshotFlag } from '@fixpoint/surface-formats';
import type { ListedCommand } from '../../page';
import { withoutRepeats } from '../../table/records';
import { describeFlag } from '../../table/remarks';
import type { ArgparseRow } from './argparse-rows';
import { invocationRecord } from './invocation';

// argparse prints its own mark for "no help" beside a subcommand whose help is suppressed.
const NO_HELP = '==SUPPRESS==';

/** The flags among the rows. */
export function readFlags(rows: readonly ArgparseRow[]): SnapshotFlag[] {
  const flags = rows.flatMap(({ unit, description }) =>
    unit.kind === 'option' ? [describeFlag(invocationRecord(unit.invocation), description)] : [],
  );
  return withoutRepeats(flags, (flag) => flag.long ?? flag.short);
}

/** The commands among the rows. */
export function readListed(rows: readonly ArgparseRow[]): ListedCommand[] {
  return rows.flatMap(({ unit, description }) => {
    if (unit.kind !== 'command') return [];
    const [name = '', ...aliases] = unit.names;
    return [{ name, aliases, ...(description !== '' && description !== NO_HELP && { about: description }) }];
  });
}
