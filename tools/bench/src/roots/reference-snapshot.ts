import type { CommandRecord, SnapshotRecord } from './subject';

const SNAPSHOT = ['snapshot_schema_version', 'tool', 'collected_at', 'binary', 'commands', 'features'];
const COMMAND = ['path', 'about', 'usage', 'stability', 'platforms', 'args', 'flags'];
const FLAG = ['long', 'short', 'takes_value', 'value_name', 'repeatable', 'stability', 'platforms'];

/** A snapshot without what rules version 1 does not record: hidden units, descriptions and values of flags. */
export function toReferenceSnapshot(snapshot: SnapshotRecord): SnapshotRecord {
  const commands = snapshot.commands.filter(isShown).map((command) => {
    const flags = command.flags?.filter(isShown).map((flag) => pick(flag, FLAG));
    const args = command.args?.filter(isShown);
    return pick({ ...command, flags, args }, COMMAND) as CommandRecord;
  });
  return pick({ ...snapshot, commands }, SNAPSHOT) as SnapshotRecord;
}

function isShown({ hidden }: Readonly<Record<string, unknown>>): boolean {
  return hidden !== true;
}

function pick(record: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]] as const])),
  );
}
