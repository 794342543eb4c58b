import fc from 'fast-check';
import type { Manifest, Snapshot } from '@fixpoint/surface-formats';
import { LINUX, manifestOf, snapshotOf } from '../union/testing';
import { snapshotText } from './snapshot-text';
import { checkSnapshot, readSnapshot } from './check-snapshot';

const PLACE = { file: `snapshots/1.0.0/${LINUX}.json`, target: LINUX, version: '1.0.0' };
const FIX = `fixpoint snapshot --root cli_manifests/demo --version 1.0.0 --target ${LINUX}`;
const GOOD = snapshotOf(LINUX, [
  { path: [], flags: [{ long: '--json', takes_value: false }] },
  { path: ['mcp'], args: [{ name: 'NAME', required: true, variadic: false }] },
]);

function check(document: unknown, manifest: Manifest = manifestOf(2)) {
  return checkSnapshot(`${JSON.stringify(document, null, 2)}\n`, PLACE, manifest);
}

function told(document: unknown, manifest?: Manifest): string[] {
  return check(document, manifest).map(({ id, path = '' }) => `${id} ${path}`);
}

function withBinary(fields: object): Snapshot {
  return { ...GOOD, binary: { ...GOOD.binary, ...fields } };
}

describe('checkSnapshot, rules version 2', () => {
  it('has nothing to say about a canonical snapshot', () => {
    expect(checkSnapshot(snapshotText(GOOD), PLACE, manifestOf(2))).toEqual([]);
  });

  it('says that a file is missing', () => {
    expect(checkSnapshot(undefined, PLACE, manifestOf(2))).toEqual([
      {
        code: 'SNAPSHOT_MISSING',
        violation: {
          path: PLACE.file,
          unit: 'snapshots',
          keyOrName: PLACE.target,
          field: 'per_target',
          target: PLACE.target,
        },
        id: 'snapshot/missing',
        severity: 'error',
        message: `there is no snapshot of 1.0.0 for ${LINUX}`,
        file: PLACE.file,
        fix: FIX,
      },
    ]);
  });

  it('says where a file that was cut in half ends', () => {
    const text = snapshotText(GOOD).slice(0, 120);
    expect(checkSnapshot(text, PLACE, manifestOf(2))).toEqual([
      expect.objectContaining({
        id: 'snapshot/invalid-json',
        file: PLACE.file,
        position: { line: 6, column: 13 },
        fix: FIX,
      }),
    ]);
  });

  it('tells every wrong type and missing key at once, each with its place', () => {
    const { tool: _tool, ...rest } = GOOD;
    const commands = [
      { path: [], flags: [{ long: 7, takes_value: 'no' }, { takes_value: true }], about: null },
      { path: 'mcp', args: {} },
      4,
    ];
    expect(told({ ...rest, commands, binary: { ...GOOD.binary, size_bytes: -1 } })).toEqual([
      'snapshot/shape ',
      'snapshot/shape /binary/size_bytes',
      'snapshot/shape /commands/0/flags/0/long',
      'snapshot/shape /commands/0/flags/0/takes_value',
      'snapshot/shape /commands/0/flags/1',
      'snapshot/shape /commands/0/about',
      'snapshot/shape /commands/1/path',
      'snapshot/shape /commands/1/args',
      'snapshot/shape /commands/2',
    ]);
  });

  it('gives the line of a wrong value, and what was expected', () => {
    const [finding] = check({ ...GOOD, tool: 7 });
    expect(finding).toMatchObject({
      position: { line: 3, column: 3 },
      message: 'tool must be a string, not 7',
      expected: 'a string',
      actual: '7',
    });
  });

  it('suggests the key that was meant', () => {
    const flags = [{ long: '--json', takes_value: true, value_nam: 'X' }];
    expect(check({ ...GOOD, commands: [{ path: [], flags }] })).toContainEqual(
      expect.objectContaining({ id: 'snapshot/unknown-key', actual: 'value_nam', expected: 'value_name' }),
    );
  });

  it.each([
    [{ ...GOOD, snapshot_schema_version: 2 }, 'snapshot/wrong-kind /snapshot_schema_version'],
    [{ ...GOOD, collected_at: 'yesterday' }, 'snapshot/shape /collected_at'],
    [withBinary({ sha256: 'ABC' }), 'snapshot/shape /binary/sha256'],
    [withBinary({ target_triple: 'x' }), 'snapshot/target-mismatch /binary/target_triple'],
    [withBinary({ semantic_version: '1.0.1' }), 'snapshot/version-mismatch /binary/semantic_version'],
    [withBinary({ semantic_version: undefined }), 'snapshot/version-mismatch /binary'],
    [{ ...GOOD, generator: undefined }, 'snapshot/generator-missing '],
    [{ ...GOOD, commands: [{ path: ['mcp'] }] }, 'snapshot/root-missing /commands'],
    [{ ...GOOD, commands: [{ path: [] }, { path: ['a', 'b', 'c'] }] }, 'snapshot/parent-missing /commands/1'],
  ])('%#: a defect is told by id and place [FP-SNAP-005]', (document, expected) => {
    expect(told(document)).toEqual([expected]);
  });

  it('warns of a snapshot that a migrated root inherited, and of no other', () => {
    const { generator: _generator, ...inherited } = GOOD;
    const commands = [{ path: [], help_sha256: 'a'.repeat(64) }];
    const severities = (document: unknown, manifest: Manifest) =>
      check(document, manifest).map(({ id, severity }) => `${severity} ${id}`);
    const migrated = { ...manifestOf(2), migratedFrom: 1 as const };
    expect(severities(inherited, migrated)).toEqual(['warning snapshot/generator-missing']);
    expect(severities({ ...inherited, commands }, migrated)).toEqual(['error snapshot/generator-missing']);
    expect(severities(inherited, manifestOf(2))).toEqual(['error snapshot/generator-missing']);
  });

  it('tells units that are listed twice', () => {
    const json = { long: '--json', takes_value: false };
    const name = { name: 'N', required: false, variadic: false };
    const commands = [
      { path: [], args: [name, name], flags: [json, json] },
      { path: ['a'] },
      { path: ['a'] },
    ];
    expect(told({ ...GOOD, commands })).toEqual([
      'snapshot/duplicate-arg /commands/0/args/1',
      'snapshot/duplicate-flag /commands/0/flags/1',
      'snapshot/duplicate-command /commands/2',
    ]);
  });

  it('tells lists that are out of order, once each', () => {
    const flags = ['--z', '--b', '--a'].map((long) => ({ long, takes_value: false }));
    const found = told({ ...GOOD, commands: [{ path: ['b'] }, { path: [], flags }, { path: ['a'] }] });
    expect(found.filter((line) => line.startsWith('snapshot/unsorted'))).toEqual([
      'snapshot/unsorted /commands/1',
      'snapshot/unsorted /commands/1/flags/1',
    ]);
  });

  it('shows the first line that is not canonical', () => {
    const text = snapshotText(GOOD).replace('"tool"', ' "tool"');
    expect(checkSnapshot(text, PLACE, manifestOf(2))).toEqual([
      expect.objectContaining({
        id: 'snapshot/not-canonical',
        position: { line: 3, column: 3 },
        expected: JSON.stringify('  "tool": "demo",\n'),
        actual: JSON.stringify('   "tool": "demo",\n'),
      }),
    ]);
  });

  it.each([
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no final line end', (text: string) => text.trimEnd()],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['a key out of its place', (text: string) => text.replace(/( {2}"tool": "demo",\n)(.*\n)/, '$2$1')],
    ['an empty list', (text: string) => text.replace('"path": [],', '"path": [],\n      "args": [],')],
  ])('refuses %s', (_what, change) => {
    const text = change(snapshotText(GOOD));
    expect(checkSnapshot(text, PLACE, manifestOf(2)).map(({ id }) => id)).toEqual(['snapshot/not-canonical']);
  });

  it('tells a file for a target that the root does not expect, with the way out', () => {
    const place = { file: 'snapshots/1.0.0/riscv.json', target: 'riscv', version: '1.0.0' };
    const findings = checkSnapshot(
      snapshotText(withBinary({ target_triple: 'riscv' })),
      place,
      manifestOf(2),
    );
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'snapshot/unexpected-target',
        fix: 'add "riscv" to the targets in RULES.json, or remove snapshots/1.0.0/riscv.json',
      }),
    ]);
  });

  it('accepts an unknown version where none is required', () => {
    const manifest = manifestOf(2);
    const union = { ...manifest.union, requireSemanticVersion: false };
    const text = snapshotText(withBinary({ semantic_version: undefined }));
    expect(checkSnapshot(text, PLACE, { ...manifest, union })).toEqual([]);
  });

  it('has a finding and never throws for any JSON in place of a snapshot', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(check(document).length).toBeGreaterThan(0);
      }),
    );
  });

  it('has a finding and never throws for any value in place of any part', () => {
    const keys = fc.constantFrom(...Object.keys(GOOD));
    const junk = fc.oneof(fc.constant(null), fc.constant('junk'), fc.array(fc.jsonValue(), { minLength: 1 }));
    fc.assert(
      fc.property(keys, junk, (key, value) => {
        const { tool, ...rest } = GOOD;
        const document = { tool, ...rest, [key]: value };
        fc.pre(!(key === 'tool' && typeof value === 'string'));
        expect(check(document).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('checkSnapshot, rules version 1', () => {
  const one = manifestOf(1);

  it('has codes only for what the reference validator asks for', () => {
    const { generator: _generator, ...reference } = GOOD;
    const commands = [{ path: ['z'] }, { path: ['a'], args: [] }, { path: ['a'] }];
    const findings = check({ ...reference, commands, binary: { ...GOOD.binary, target_triple: 'x' } }, one);
    expect(findings.map(({ code }) => code).filter((code) => code !== undefined)).toEqual([]);
    expect(new Set(findings.map(({ id }) => id))).toEqual(
      new Set([
        'snapshot/target-mismatch',
        'snapshot/root-missing',
        'snapshot/unsorted',
        'snapshot/duplicate-command',
        'snapshot/not-canonical',
      ]),
    );
  });

  it.each([
    [undefined, 'SNAPSHOT_MISSING', undefined],
    ['{', 'SNAPSHOT_INVALID_JSON', undefined],
    [JSON.stringify({ ...GOOD, commands: 1 }), 'SNAPSHOT_SCHEMA_INVALID', undefined],
    [
      JSON.stringify({ ...GOOD, snapshot_schema_version: 2 }),
      'SNAPSHOT_WRONG_KIND',
      '/snapshot_schema_version',
    ],
  ])('%#: carries the violation code', (text, code, path) => {
    const coded = checkSnapshot(text, PLACE, one).filter((finding) => finding.code !== undefined);
    expect(coded).toEqual([expect.objectContaining({ code, file: PLACE.file })]);
    expect(coded[0]?.path).toBe(path);
  });

  it('tells any number of defects as one violation at the root', () => {
    const commands = Array.from({ length: 9 }, () => ({ path: 1 }));
    const findings = check({ ...GOOD, commands }, one);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('/commands/0/path: path must be a list, not 1');
    expect(findings[0]?.message).toMatch(/and 4 more$/);
  });
});

describe('readSnapshot', () => {
  it('ignores unknown keys and takes null for an absent fact', () => {
    const text = JSON.stringify({ ...GOOD, extra: 1, features: null, commands: [{ path: [], about: null }] });
    expect(readSnapshot(text, PLACE, manifestOf(2)).ok).toBe(true);
  });

  it('leaves features of rules version 1 alone', () => {
    const text = JSON.stringify({ ...GOOD, features: { listed: 'anything' } });
    expect(readSnapshot(text, PLACE, manifestOf(1)).ok).toBe(true);
  });

  it('refuses a union in place of a snapshot', () => {
    const text = JSON.stringify({ snapshot_schema_version: 2, mode: 'union' });
    const result = readSnapshot(text, PLACE, manifestOf(2));
    expect(result.findings.map(({ id }) => id)).toContain('snapshot/wrong-kind');
  });
});
