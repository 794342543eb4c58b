import { toJsonText, type Manifest } from '@fixpoint/surface-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { rootValidatorDerivation as derivation } from './root-validator-derivation';

const TIME = '2026-01-01T00:00:00Z';
const TARGETS = ['linux', 'mac'];

const MANIFEST = {
  rulesSchemaVersion: 2,
  root: 'cli/ant',
  targets: { required: 'linux', expected: TARGETS, platforms: { linux: 'linux', mac: 'macos' } },
  wrapper: { source: { kind: 'file', path: 'wrapper_coverage.json' } },
  exclusions: [
    { unit: 'command', path: ['login'], note: 'interactive' },
    { unit: 'flag', path: ['run'], key: '--tui', note: 'interactive' },
  ],
} as unknown as Manifest;

const UNION = {
  snapshot_schema_version: 2,
  tool: 'ant',
  mode: 'union',
  collected_at: TIME,
  expected_targets: TARGETS,
  complete: true,
  inputs: TARGETS.map((target) => ({
    target_triple: target,
    collected_at: TIME,
    binary: {
      sha256: 'a'.repeat(64),
      size_bytes: 1,
      platform: { os: 'linux', arch: 'x86_64' },
      target_triple: target,
      version_output: 'ant 1.0.0',
      semantic_version: '1.0.0',
    },
  })),
  commands: [{ path: [], available_on: TARGETS }],
};

const METADATA = {
  schema_version: 1,
  semantic_version: '1.0.0',
  status: 'supported',
  artifacts: { snapshots_dir: 'snapshots/1.0.0', reports_dir: 'reports/1.0.0', union_complete: true },
  coverage: { supported_targets: TARGETS, supported_required_target: true },
  validation: { passed_targets: TARGETS, failed_targets: [], skipped_targets: [] },
  promotion: { eligible_for_latest_validated: true },
  gates: [],
};

const WRAPPER = {
  schema_version: 1,
  coverage: [
    { path: [], level: 'explicit', flags: [{ key: '--json', level: 'explicit' }] },
    { path: ['run'], level: 'explicit', args: [{ name: 'FILE', level: 'explicit' }] },
  ],
};

const REPORT = {
  schema_version: 1,
  inputs: {
    upstream: { semantic_version: '1.0.0', mode: 'union', targets: TARGETS },
    wrapper: { schema_version: 1 },
    rules: { rules_schema_version: 2 },
  },
  platform_filter: { mode: 'any' },
  deltas: { missing_commands: [], missing_flags: [], missing_args: [] },
};

function cleanRoot(): Record<string, string> {
  const documents = {
    'current.json': UNION,
    'wrapper_coverage.json': WRAPPER,
    'versions/1.0.0.json': METADATA,
    'snapshots/1.0.0/union.json': UNION,
    'snapshots/1.0.0/linux.json': {},
    'snapshots/1.0.0/mac.json': {},
    'reports/1.0.0/coverage.any.json': REPORT,
    'reports/1.0.0/coverage.all.json': REPORT,
    'reports/1.0.0/coverage.linux.json': REPORT,
    'reports/1.0.0/coverage.mac.json': REPORT,
  };
  const pointers = ['latest_supported', 'latest_validated'].flatMap((kind) =>
    TARGETS.map((target) => [`pointers/${kind}/${target}.txt`, '1.0.0\n'] as const),
  );
  return {
    ...Object.fromEntries(Object.entries(documents).map(([path, value]) => [path, toJsonText(value)])),
    ...Object.fromEntries(pointers),
    'min_supported.txt': '1.0.0\n',
    'latest_validated.txt': '1.0.0\n',
  };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test may put anything anywhere
type Change = string | Uint8Array | undefined | ((document: any) => void);

async function found(changes: Readonly<Record<string, Change>>, manifest = MANIFEST): Promise<string[]> {
  const files: Record<string, string | Uint8Array> = cleanRoot();
  for (const [path, change] of Object.entries(changes)) {
    if (change === undefined) delete files[path];
    else if (typeof change !== 'function') files[path] = change;
    else {
      const document = JSON.parse(String(files[path])) as unknown;
      change(document);
      files[path] = toJsonText(document);
    }
  }
  const facts = await derivation.collect(memoryPorts({ files }), manifest, { check: true });
  if (!facts.ok) throw new Error('collecting never fails');
  const derived = derivation.derive(facts.value, manifest);
  expect(derived).toEqual({ ok: true, value: [], findings: [] });
  const checked = derivation.check?.(facts.value, manifest) ?? [];
  for (const { violation, file, code } of checked)
    expect([violation?.path, code]).toEqual([file, expect.any(String)]);
  return checked.map(({ code, file, path }) => [code, file, path].filter(Boolean).join(' '));
}

const V = 'versions/1.0.0.json';
const U = 'snapshots/1.0.0/union.json';
const R = 'reports/1.0.0/coverage.any.json';
const W = 'wrapper_coverage.json';

describe('the codes of the contract under rules version 2', () => {
  it('do not fire in a clean root', async () => expect(await found({})).toEqual([]));

  it.each<[string, Record<string, Change>]>([
    [
      `POINTER_MISSING_FILE pointers/latest_supported/mac.txt`,
      { 'pointers/latest_supported/mac.txt': undefined },
    ],
    [`POINTER_MISSING_FILE min_supported.txt`, { 'min_supported.txt': undefined }],
    [`POINTER_INVALID_FORMAT latest_validated.txt`, { 'latest_validated.txt': '1.0.0' }],
    [`POINTER_INVALID_VALUE min_supported.txt`, { 'min_supported.txt': 'v1\n' }],
    [`POINTER_UNREADABLE min_supported.txt`, { 'min_supported.txt': new Uint8Array([0xff, 10]) }],
    [
      `POINTER_LATEST_VALIDATED_MISMATCH latest_validated.txt`,
      { 'pointers/latest_validated/linux.txt': 'none\n' },
    ],
    [`VERSION_FILE_INVALID_NAME versions/next.json`, { 'versions/next.json': '{}' }],
    [`VERSION_METADATA_MISSING ${V}`, { [V]: undefined }],
    [`VERSION_METADATA_INVALID_JSON ${V}`, { [V]: '{' }],
    [`VERSION_METADATA_SCHEMA_INVALID ${V} /status`, { [V]: (m) => (m.status = 'done') }],
    [
      `VALIDATION_TARGET_SETS_OVERLAP ${V} /validation`,
      { [V]: (m) => (m.validation.failed_targets = ['mac']) },
    ],
    [
      `VALIDATION_TARGET_NOT_EXPECTED ${V} /validation`,
      { [V]: (m) => (m.validation.skipped_targets = ['bsd']) },
    ],
    [
      `VALIDATION_REQUIRED_TARGET_NOT_EXPLICIT ${V} /validation`,
      { [V]: (m) => (m.validation.passed_targets = ['mac']) },
    ],
    [`UNION_MISSING ${U}`, { [U]: undefined }],
    [`UNION_MISSING snapshots/2.0.0/union.json`, { 'snapshots/2.0.0/linux.json': '{}' }],
    [`UNION_INVALID_JSON ${U}`, { [U]: '\ufeff{}' }],
    [`UNION_SCHEMA_INVALID ${U} /complete`, { [U]: (u) => (u.complete = 'yes') }],
    [`UNION_WRONG_KIND ${U} /snapshot_schema_version`, { [U]: (u) => (u.snapshot_schema_version = 1) }],
    [`SNAPSHOT_MISSING snapshots/1.0.0/mac.json`, { 'snapshots/1.0.0/mac.json': undefined }],
    [`REPORT_MISSING ${R}`, { [R]: undefined }],
    [`REPORT_INVALID_JSON ${R}`, { [R]: '' }],
    [`REPORT_SCHEMA_INVALID ${R} /deltas/missing_flags`, { [R]: (r) => (r.deltas.missing_flags = {}) }],
    [
      `REPORT_MISSING_INCLUDES_EXCLUDED ${R} /deltas/missing_commands/0`,
      { [R]: (r) => r.deltas.missing_commands.push({ path: ['login'], upstream_available_on: [] }) },
    ],
    [
      `REPORT_MISSING_INCLUDES_INTENTIONALLY_UNSUPPORTED ${R} /deltas/missing_commands/0`,
      {
        [R]: (r) =>
          r.deltas.missing_commands.push({
            path: ['a'],
            upstream_available_on: [],
            wrapper_level: 'intentionally_unsupported',
          }),
      },
    ],
    [
      `REPORT_IU_NOTE_MISSING ${R} /deltas/intentionally_unsupported/0/wrapper_level`,
      {
        [R]: (r) =>
          (r.deltas.intentionally_unsupported = [{ path: ['a'], upstream_available_on: [], note: 'x' }]),
      },
    ],
    [
      `REPORT_IU_NOT_SORTED ${R} /deltas/intentionally_unsupported`,
      {
        [R]: (r) =>
          (r.deltas.intentionally_unsupported = ['b', 'a'].map((name) => ({
            path: [name],
            upstream_available_on: [],
            wrapper_level: 'intentionally_unsupported',
            note: 'x',
          }))),
      },
    ],
    [`CURRENT_MISSING current.json`, { 'current.json': undefined }],
    [`CURRENT_INVALID_JSON current.json`, { 'current.json': '[' }],
    [`CURRENT_SCHEMA_INVALID current.json /mode`, { 'current.json': (u) => (u.mode = 'single') }],
    [
      `CURRENT_WRONG_KIND current.json /snapshot_schema_version`,
      { 'current.json': (u) => (u.mode = 'single') },
    ],
    [`CURRENT_JSON_NOT_EQUAL_UNION current.json`, { 'current.json': (u) => (u.tool = 'bee') }],
    [
      `CURRENT_JSON_MISSING_REQUIRED_TARGET current.json /inputs`,
      { 'current.json': (u) => u.inputs.shift() },
    ],
    [
      `CURRENT_JSON_SEMVER_MISMATCH current.json /inputs/*/binary/semantic_version`,
      { 'current.json': (u) => (u.inputs[0].binary.semantic_version = '2.0.0') },
    ],
    [`WRAPPER_COVERAGE_MISSING ${W}`, { [W]: undefined }],
    [`WRAPPER_COVERAGE_INVALID_JSON ${W}`, { [W]: 'x' }],
    [
      `WRAPPER_COVERAGE_SCHEMA_INVALID ${W} /coverage/0/level`,
      { [W]: (w) => (w.coverage[0].level = 'full') },
    ],
    [`WRAPPER_COVERAGE_SCHEMA_VERSION ${W} /schema_version`, { [W]: (w) => (w.schema_version = 2) }],
    [`WRAPPER_COVERAGE_PARSE_FAILED ${W}`, { [W]: (w) => (w.coverage = {}) }],
    [`WRAPPER_COVERAGE_INCLUDES_EXCLUDED ${W} /coverage/1`, { [W]: (w) => (w.coverage[1].path = ['login']) }],
    [
      `IU_NOTE_MISSING ${W} /coverage/1/note`,
      { [W]: (w) => (w.coverage[1].level = 'intentionally_unsupported') },
    ],
    [`PASSTHROUGH_NOTE_MISSING ${W} /coverage/1/note`, { [W]: (w) => (w.coverage[1].level = 'passthrough') }],
    [
      `WRAPPER_SCOPE_OVERLAP ${W}`,
      {
        [W]: (w) => w.coverage.push({ path: ['run'], level: 'explicit', scope: { target_triples: ['mac'] } }),
      },
    ],
    [
      `POINTER_INCONSISTENT_WITH_VERSION_METADATA ${V} /coverage/supported_targets`,
      { [V]: (m) => (m.coverage.supported_targets = ['linux']) },
    ],
  ])('%s', async (expected, changes) => expect(await found(changes)).toContain(expected));

  it('fires for excluded units that are not sorted', async () => {
    const exclusions = [...MANIFEST.exclusions].reverse();
    expect(await found({}, { ...MANIFEST, exclusions })).toEqual([
      'PARITY_EXCLUSIONS_NOT_SORTED RULES.json /parity_exclusions',
    ]);
  });
});

describe('a root that has promoted nothing', () => {
  const strip = (pattern: RegExp) =>
    Object.fromEntries(
      Object.keys(cleanRoot()).flatMap((path) => (pattern.test(path) ? [[path, undefined]] : [])),
    );

  it('lacks neither pointers nor current.json nor metadata', async () => {
    expect(await found(strip(/\.txt$|^current|^versions/))).toEqual([]);
  });

  it('lacks its own pointers only once the required target has one', async () => {
    const none = {
      ...strip(/^current|supported.txt|^latest/),
      'pointers/latest_validated/linux.txt': 'none\n',
    };
    expect(await found(none)).toEqual([]);
    expect(await found(strip(/^min_|^latest_validated.txt$|^current/))).toEqual([
      'POINTER_MISSING_FILE latest_validated.txt',
      'POINTER_MISSING_FILE min_supported.txt',
    ]);
  });

  it('needs no coverage without a wrapper', async () => {
    const { wrapper: _wrapper, ...manifest } = MANIFEST;
    expect(await found({ [W]: undefined }, manifest as Manifest)).toEqual([]);
  });
});
