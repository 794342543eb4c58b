import {
  editedOrphanFindings,
  findOrphans,
  fingerprintOf,
  readGeneratedList,
  renderGeneratedList,
  type GeneratedEntry,
} from './generated-list';

const OWNER = { file: 'made.json', derivation: 'make' };
const entry = (path: string, document = 'doc', text = 'text\n'): GeneratedEntry => ({
  path,
  document,
  generator: 'g',
  version: '1',
  sha256: fingerprintOf(text),
});

describe('a list of generated files', () => {
  it('is read as it was written, in order of its paths', () => {
    const text = renderGeneratedList([entry('b.ts'), entry('a.ts')]);
    expect(readGeneratedList(OWNER, text)).toMatchObject({ ok: true, value: [entry('a.ts'), entry('b.ts')] });
    expect(readGeneratedList(OWNER, undefined)).toMatchObject({ ok: true, value: [] });
  });

  it.each([
    ['no JSON', '{', 'make/invalid-json'],
    ['nothing', '', 'make/empty-document'],
    ['another version', '{"schema_version": 2, "files": []}', 'make/invalid-list'],
    ['a path that leads out', renderGeneratedList([entry('../a.ts')]), 'make/invalid-list'],
  ])('stops everything when it holds %s', (_what, text, id) => {
    const read = readGeneratedList(OWNER, text);
    expect(read).toMatchObject({ ok: false, outcome: 'usage', findings: [{ id, file: 'made.json' }] });
    expect(read.findings[0]?.fix).toContain('git checkout -- made.json');
  });

  it('tells what may go from what somebody has changed, and leaves alone what is derived, read, broken or gone [FP-OAPI-005]', () => {
    const list = ['gone', 'derived', 'read', 'broken', 'untouched', 'edited'].map((name) =>
      entry(name, name === 'broken' ? 'bad' : 'doc'),
    );
    const committed = new Map(
      list.slice(1).map(({ path, sha256 }) => [path, path === 'edited' ? 'other' : sha256]),
    );
    const orphans = findOrphans({
      list,
      derived: new Set(['derived']),
      read: new Set(['read']),
      broken: new Set(['bad']),
      committed,
    });
    expect(orphans.untouched.map(({ path }) => path)).toEqual(['untouched']);
    expect(editedOrphanFindings(OWNER, orphans)).toMatchObject([
      { id: 'make/orphan-edited', file: 'edited' },
    ]);
  });

  it('has the same fingerprint for a text whose line endings version control has changed', () => {
    expect(fingerprintOf('a\r\nb\r\n')).toBe(fingerprintOf('a\nb\n'));
    expect(fingerprintOf('a\n')).not.toBe(fingerprintOf('b\n'));
  });
});
