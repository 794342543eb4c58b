import { memoryPorts } from '@fixpoint/testkit';
import { LINUX, manifestOf, snapshotOf } from '../union/testing';
import { snapshotText } from '../validate-snapshot';
import { committedSnapshotsDerivation } from './committed-snapshots-derivation';

const FILE = `snapshots/1.0.0/${LINUX}.json`;

const SNAPSHOT = snapshotText(
  snapshotOf(LINUX, [{ path: [] }, { path: ['run'], help_sha256: 'a'.repeat(64) }]),
);

async function findingsOf(files: Readonly<Record<string, string>>, migratedFrom?: 1) {
  const manifest = { ...manifestOf(2), migratedFrom };
  const facts = await committedSnapshotsDerivation.collect(memoryPorts({ files }), manifest, { check: true });
  if (!facts.ok) throw new Error('the root can be read');
  return committedSnapshotsDerivation.check?.(facts.value, manifest) ?? [];
}

describe('the leniency of a migrated root', () => {
  it('is over when no inherited snapshot is left', async () => {
    expect(await findingsOf({ [FILE]: SNAPSHOT }, 1)).toMatchObject([
      { id: 'snapshot/migration-over', severity: 'warning', file: 'RULES.json', path: '/migrated_from' },
    ]);
    const { generator: _generator, ...inherited } = snapshotOf(LINUX, [{ path: [] }]);
    const older = { [FILE.replace('1.0.0', '0.9.0')]: snapshotText(inherited) };
    expect((await findingsOf({ [FILE]: SNAPSHOT, ...older }, 1)).map(({ id }) => id)).not.toContain(
      'snapshot/migration-over',
    );
  });
});
