/* eslint-disable @typescript-eslint/no-explicit-any -- a test may put anything anywhere */
import fc from 'fast-check';
import { DEFAULT_LIFECYCLE } from '@fixpoint/surface-formats';
import { checked, cleanRoot, findingsOf } from './test-root';

const UNION = 'snapshots/1.0.0/union.json';
const ANY = 'reports/1.0.0/coverage.any.json';
const METADATA = 'versions/1.0.0.json';

describe('the parts of a root', () => {
  it('agree in a clean root', async () => expect(await findingsOf({})).toEqual([]));

  it.each([
    ['snapshots/1.0.0/mars.json', 'consistency/unreferenced-file snapshots/1.0.0/mars.json'],
    ['snapshots/9.9.9/here.json', 'consistency/unknown-version snapshots/9.9.9'],
    ['reports/9.9.9/coverage.any.json', 'consistency/unknown-version reports/9.9.9'],
    ['reports/1.0.0/notes.md', 'consistency/unreferenced-file reports/1.0.0/notes.md'],
    ['reports/1.0.0/coverage.mars.md', 'consistency/unreferenced-file reports/1.0.0/coverage.mars.md'],
    [
      'pointers/latest_validated/mars.txt',
      'consistency/unreferenced-file pointers/latest_validated/mars.txt',
    ],
    ['pointers/oldest/here.txt', 'consistency/unreferenced-file pointers/oldest/here.txt'],
    ['raw_help/1.0.0/mars/help.txt', 'consistency/unreferenced-file raw_help/1.0.0/mars/help.txt'],
    ['raw_help/9.9.9/here/help.txt', 'consistency/unknown-version raw_help/9.9.9'],
    ['snapshots/stray.json', 'consistency/unreferenced-file snapshots/stray.json'],
    ['versions/.DS_Store', 'consistency/unreferenced-file versions/.DS_Store'],
    ['validations/1.0.0/mars.json', 'consistency/unreferenced-file validations/1.0.0/mars.json'],
  ])('hold nothing that nobody refers to: %s [FP-ROOT-001]', async (path, expected) => {
    const found = await findingsOf({
      [path]: path.endsWith('.txt') ? 'none\n' : path.endsWith('.json') ? '[]\n' : '',
    });
    expect(found).toContain(expected);
  });

  it.each([
    ['Artifacts.lock.json', 'artifacts.lock.json'],
    ['CURRENT.json', 'current.json'],
    ['Versions/1.0.0.json', 'versions'],
  ])('are called what they are read by: %s [FP-ROOT-002]', async (path, meant) => {
    const [finding, ...more] = await checked({ ...cleanRoot(), [path]: '{}\n' });
    const name = path.split('/')[0] ?? '';
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      id: 'consistency/misnamed-file',
      file: name,
      expected: meant,
      fix: `git mv -- ant/${name} ant/${meant}`,
    });
  });

  it('may hold captured help and prose at the top', async () => {
    expect(await findingsOf({ 'raw_help/1.0.0/here/commands/a/help.txt': 'a', 'README.md': 'x' })).toEqual(
      [],
    );
  });
});

describe('a union', () => {
  it.each([
    [
      'input of another version',
      (u: any) => (u.inputs[1].binary.semantic_version = '2.0.0'),
      'union-version',
      '/inputs/1/binary/semantic_version',
    ],
    [
      'other expected targets',
      (u: any) => (u.expected_targets = ['here']),
      'union-targets',
      '/expected_targets',
    ],
    ['inputs in another order', (u: any) => u.inputs.reverse(), 'union-targets', '/inputs'],
    ['false completeness', (u: any) => (u.complete = false), 'union-complete', '/complete'],
    [
      'invented missing targets',
      (u: any) => (u.missing_targets = ['there']),
      'union-targets',
      '/missing_targets',
    ],
    ['no entry for the tool', (u: any) => (u.commands[0].path = ['a']), 'root-entry-missing', '/commands'],
    ['a command twice', (u: any) => u.commands.push(u.commands[0]), 'duplicate-command', '/commands/1'],
    [
      'commands out of order',
      (u: any) => u.commands.unshift({ path: ['b'], available_on: [] }),
      'unsorted',
      '/commands/1',
    ],
  ])('is told to have %s', async (_what, change, id, path) => {
    expect(await findingsOf({ [UNION]: change })).toContain(`consistency/${id} ${UNION} ${path}`);
  });
});

describe('a report', () => {
  it.each([
    [
      'version',
      (r: any) => (r.inputs.upstream.semantic_version = '2.0.0'),
      '/inputs/upstream/semantic_version',
    ],
    ['filter', (r: any) => (r.platform_filter.mode = 'all'), '/platform_filter/mode'],
    ['target', (r: any) => (r.platform_filter.target_triple = 'here'), '/platform_filter/target_triple'],
    ['list of targets', (r: any) => (r.inputs.upstream.targets = ['here']), '/inputs/upstream/targets'],
    ['wrapper', (r: any) => (r.inputs.wrapper.wrapper_version = '2.0.0'), '/inputs/wrapper/wrapper_version'],
    ['rules', (r: any) => (r.inputs.rules.rules_schema_version = 1), '/inputs/rules/rules_schema_version'],
  ])('is made for its place: %s', async (_what, change, path) => {
    expect(await findingsOf({ [ANY]: change })).toEqual([`consistency/report-inputs ${ANY} ${path}`]);
  });
});

describe('the metadata of a version', () => {
  it.each([
    ['name', (m: any) => (m.semantic_version = '2.0.0'), 'metadata-version', '/semantic_version'],
    [
      'completeness',
      (m: any) => (m.artifacts.union_complete = false),
      'metadata-union-complete',
      '/artifacts/union_complete',
    ],
    [
      'support of nobody',
      (m: any) => (m.coverage.supported_targets = ['here', 'mars']),
      'metadata-claim',
      '/coverage/supported_targets',
    ],
    [
      'required target',
      (m: any) => (m.coverage.supported_required_target = false),
      'metadata-claim',
      '/coverage/supported_required_target',
    ],
    ['validation', (m: any) => (m.validation.passed_targets = []), 'metadata-gate', '/status'],
    ['support everywhere', (m: any) => (m.status = 'supported'), 'metadata-gate', '/status'],
  ])('claims only what holds: %s', async (_what, change, id, path) => {
    expect(await findingsOf({ [METADATA]: change })).toEqual([`consistency/${id} ${METADATA} ${path}`]);
  });

  it('claims no support where the report lists what is missing', async () => {
    const lack = (r: any) =>
      r.deltas.missing_flags.push({ path: [], key: '--x', upstream_available_on: ['here'] });
    expect(await findingsOf({ 'reports/1.0.0/coverage.here.json': lack })).toEqual([
      `consistency/metadata-claim ${METADATA} /coverage/supported_targets`,
    ]);
  });
});

describe('a claim that a policy weighs', () => {
  it('is left to the derivation that knows the policy', async () => {
    const files = { ...cleanRoot() };
    files[METADATA] = (files[METADATA] ?? '').replace('"validated"', '"supported"');
    const claims = async (changes: Parameters<typeof checked>[1]) =>
      (await checked(files, changes)).map(({ id }) => id);
    expect(await claims({})).toEqual(['consistency/metadata-gate']);
    expect(await claims({ lifecycle: DEFAULT_LIFECYCLE })).toEqual([]);
  });
});

describe('a claim that no policy weighs', () => {
  const withUnits = (u: any) =>
    u.commands.push({
      path: ['run'],
      available_on: ['here'],
      flags: [{ key: '--x', takes_value: false, available_on: ['here'] }],
    });

  it('is no claim where the wrapper says nothing of a unit', async () => {
    expect(await findingsOf({ [UNION]: withUnits })).toContain(
      `consistency/metadata-claim ${METADATA} /coverage/supported_targets`,
    );
  });

  it('holds where the wrapper waives the command', async () => {
    const waive = (w: any) =>
      w.coverage.push({ path: ['run'], level: 'intentionally_unsupported', note: 'not wrapped' });
    const found = await findingsOf({ [UNION]: withUnits, 'wrapper_coverage.json': waive });
    expect(found.filter((finding) => finding.includes('metadata-claim'))).toEqual([]);
  });
});

describe('pointers', () => {
  it('name what was measured on their target', async () => {
    expect(
      await findingsOf({
        'snapshots/1.0.0/there.json': undefined,
        'pointers/latest_supported/there.txt': '1.0.0\n',
      }),
    ).toContain('consistency/pointer-without-snapshot pointers/latest_supported/there.txt');
  });

  it('keep the oldest supported version at or below the latest validated one', async () => {
    expect(await findingsOf({ 'min_supported.txt': '1.0.10\n' })).toContain(
      'consistency/min-supported-newer min_supported.txt',
    );
  });
});

describe('the lock file', () => {
  it('pins what the snapshots were made from [FP-ROOT-003]', async () => {
    const other = (lock: any) =>
      Object.assign(lock.artifacts[0].binary, { sha256: 'b'.repeat(64), size_bytes: 8 });
    expect(await findingsOf({ 'artifacts.lock.json': other })).toEqual([
      'consistency/lock-differs artifacts.lock.json /artifacts/0/binary/sha256',
      'consistency/lock-differs artifacts.lock.json /artifacts/0/binary/size_bytes',
    ]);
  });
});

describe('a lock file that cannot be followed', () => {
  const lock = cleanRoot()['artifacts.lock.json'] ?? '';
  const FILE = 'artifacts.lock.json';

  it.each([
    ['is no JSON', '{', [`lock/invalid-json ${FILE}`]],
    ['is empty', '', [`lock/invalid-json ${FILE}`]],
    ['is nested too deeply', '['.repeat(100_000), [`lock/invalid-json ${FILE}`]],
    ['has another shape', '{}\n', [`lock/invalid-value ${FILE} /artifacts`]],
    ['is a list', '[]\n', [`lock/invalid-value ${FILE}`]],
    [
      'says a thing twice',
      lock.replace('"lock_version": 1,', '"lock_version": 1,\n  "lock_version": 1,'),
      [`lock/repeated-key ${FILE} /lock_version`],
    ],
    ['has carriage returns', lock.replaceAll('\n', '\r\n'), [`consistency/not-canonical ${FILE}`]],
    ['begins with a byte order mark', `\ufeff${lock}`, [`consistency/not-canonical ${FILE}`]],
  ])('is told: it %s', async (_what, text, expected) => {
    expect(await findingsOf({ [FILE]: text })).toEqual(expected);
  });

  it('is told with its position, and when it is no text', async () => {
    const [shape] = await checked({ ...cleanRoot(), [FILE]: lock.replace('"npm"', '"gem"') });
    expect(shape).toMatchObject({ id: 'lock/invalid-value', position: { line: 7, column: 7 } });
    const [bytes] = await checked({ ...cleanRoot(), [FILE]: new Uint8Array([0xff]) });
    expect(bytes).toMatchObject({ id: 'consistency/lock-unreadable', severity: 'error', file: FILE });
  });

  it('may be absent, and is missed where the marker says what is pinned', async () => {
    expect(await findingsOf({ [FILE]: undefined })).toEqual([]);
    const { [FILE]: _lock, ...rest } = cleanRoot();
    const [finding] = await checked(rest, { targets: { assets: { here: 'ant@{version}' } } });
    expect(finding).toMatchObject({ id: 'consistency/lock-missing', severity: 'warning', file: FILE });
    expect(await checked(rest, { targets: { assets: { mars: 'ant@{version}' } } })).toEqual([]);
  });
});

describe('what people write under rules version 1', () => {
  it('is told to say a thing twice, and is followed all the same', async () => {
    const files = { ...cleanRoot(), 'RULES.json': '{\n  "scope": 1,\n  "scope": 2\n}\n' };
    expect(await checked(files, { rulesSchemaVersion: 1 })).toMatchObject([
      {
        id: 'consistency/repeated-key',
        severity: 'warning',
        file: 'RULES.json',
        path: '/scope',
        position: { line: 3, column: 3 },
      },
    ]);
    expect(await checked({ ...cleanRoot(), 'RULES.json': '{' }, { rulesSchemaVersion: 1 })).toEqual([]);
  });
});

describe('bytes', () => {
  const clean = cleanRoot();
  const text = clean[ANY] ?? '';
  it.each([
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    ['another indentation', JSON.stringify(JSON.parse(text))],
    ['no final newline', text.trimEnd()],
    [
      'another order of keys',
      JSON.stringify({ deltas: {}, ...(JSON.parse(text) as object) }, null, 2) + '\n',
    ],
    ['a key twice', text.replace('"schema_version": 1,', '"schema_version": 1,\n  "schema_version": 1,')],
    ['a byte order mark', `\ufeff${text}`],
  ])('are those of the content: %s [FP-ROOT-004]', async (_what, changed) => {
    expect(await findingsOf({ [ANY]: changed })).toContain(`consistency/not-canonical ${ANY}`);
  });

  it('show where they differ and how to write them again [FP-ROOT-004]', async () => {
    const [finding] = await checked({ ...clean, [ANY]: text.replaceAll('\n', '\r\n') });
    expect(finding).toMatchObject({
      position: { line: 1, column: 2 },
      expected: '"{\\n"',
      actual: '"{\\r\\n"',
      fix: 'fixpoint validate --fix --root ant',
    });
  });
});

describe('hostile content', () => {
  it('never throws, whatever a file holds [FP-ROOT-005]', async () => {
    const paths = Object.keys(cleanRoot());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.oneof(fc.json(), fc.string()), async (path, content) => {
        expect(Array.isArray(await checked({ ...cleanRoot(), [path]: content }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is passed over where it is no text', async () => {
    const found = await checked({ ...cleanRoot(), [ANY]: new Uint8Array([0xff, 0xfe, 0]) });
    expect(found).toEqual([]);
  });
});
