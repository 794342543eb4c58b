import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import type { ListedCommand } from '../../page';
import { withoutRepeats } from '../../table/records';
import { readRemarks } from '../../table/remarks';
import type { ArgparseRow } from './argparse-rows';
import { invocationRecord } from './invocation';

// argparse prints its own mark for "no help" beside a subcommand whose help is suppressed.
const NO_HELP = '==SUPPRESS==';

/** The flags among the rows. */
export function readFlags(rows: readonly ArgparseRow[]): SnapshotFlag[] {
  const flags = rows.flatMap(({ unit, description }) => {
    if (unit.kind !== 'option') return [];
    const record = invocationRecord(unit.invocation);
    const { text, ...facts } = readRemarks(description);
    const choices = record.choices ?? facts.choices;
    return [withoutAbsent({ ...record, ...facts, choices, description: text || undefined })];
  });
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
