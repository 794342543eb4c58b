import { placesOf, sampleWorkspace, violationsOf, type Changes } from '../test-support/sample-root';

const MATRIX = 'cli_manifests/support_matrix/current.json';
const REGISTRY = 'crates/xtask/data/agent_registry.toml';
const report = (filter: string) => `cli/tool/reports/1.2.0/coverage.${filter}.json`;

/** What the workspace derives, seen through a matrix that claims something else. */
function differences(changes: Changes) {
  return violationsOf(sampleWorkspace(changes)).map(({ code, expected, violation }) => [
    code.replace(/^SUPPORT_MATRIX_|_MISMATCH$/g, ''),
    violation.target,
    expected,
  ]);
}

const WAIVED = '"backend report includes intentionally unsupported surface outside unified support"';
const WRAPPER_ONLY = '"backend report includes backend-only surface outside unified support"';
const OMITTED = '"current root snapshot omits this target"';

describe('derived rows', () => {
  it('a unit that is missing makes the backend unsupported, an unsupported one does not', () => {
    const missing = (list: string): Changes => ({ [report('mac')]: ({ deltas }) => (deltas[list] = [{}]) });
    for (const list of ['missing_commands', 'missing_flags', 'missing_args']) {
      expect(differences(missing(list))).toEqual([
        ['BACKEND_SUPPORT', 'mac', '"unsupported"'],
        ['UAA_SUPPORT', 'mac', '"unsupported"'],
      ]);
    }
    expect(differences(missing('unsupported'))).toEqual([]);
  });

  it('notes come in a fixed order', () => {
    const changes: Changes = {
      [report('mac')]: ({ deltas }) =>
        Object.assign(deltas, { wrapper_only_args: [{}], intentionally_unsupported: [{}] }),
      'cli/tool/current.json': (union) => union.inputs.pop(),
    };
    expect(differences(changes)).toEqual([
      ['BACKEND_SUPPORT', 'mac', '"partial"'],
      ['EVIDENCE_NOTES', 'mac', `[${WAIVED},${WRAPPER_ONLY},${OMITTED}]`],
      ['UAA_SUPPORT', 'mac', '"partial"'],
    ]);
  });

  it('takes the report of the target, else the first shared one that mentions it', () => {
    const partial = (targets: readonly string[]) => (each: { inputs: object; deltas: object }) =>
      Object.assign(each, { inputs: { upstream: { targets } }, deltas: { wrapper_only_flags: [{}] } });
    expect(differences({ [report('any')]: partial([]) })).toEqual([]);
    const backend = (changes: Changes) =>
      differences({ [report('mac')]: undefined, ...changes }).filter(([code]) => code === 'BACKEND_SUPPORT');
    expect(backend({ [report('any')]: partial([]) })).toEqual([['BACKEND_SUPPORT', 'mac', '"partial"']]);
    expect(backend({ [report('any')]: partial(['linux']) })).toEqual([]);
    expect(backend({ [report('any')]: undefined, [report('all')]: partial(['mac']) })).toHaveLength(1);
    expect(backend({ [report('any')]: undefined, [report('all')]: undefined })).toEqual([
      ['BACKEND_SUPPORT', 'mac', '"unsupported"'],
    ]);
  });

  it('believes the supported targets of the metadata', () => {
    const changes: Changes = { 'cli/tool/versions/1.2.0.json': (metadata) => delete metadata.coverage };
    expect(differences(changes).map(([code]) => code)).toEqual([
      'MANIFEST_SUPPORT',
      'UAA_SUPPORT',
      'MANIFEST_SUPPORT',
      'UAA_SUPPORT',
    ]);
  });
});

describe('support matrix', () => {
  it('is only looked at inside a workspace', () => {
    const inside = sampleWorkspace({ [MATRIX]: undefined });
    expect(placesOf(inside)).toHaveLength(1);
    expect(placesOf({ ...inside, workspace: undefined })).toEqual([]);
  });

  it.each<[string, Changes]>([
    ['missing', { [REGISTRY]: undefined }],
    ['no TOML', { [REGISTRY]: '[[agents' }],
    ['not in shape', { [REGISTRY]: '[[agents]]\nagent_id = "tool"\n' }],
  ])('an unreadable registry (%s) is all that is said', (_name, change) => {
    const view = sampleWorkspace({ ...change, [MATRIX]: (matrix) => matrix.rows.pop() });
    const [finding, ...others] = violationsOf(view);
    expect(others).toEqual([]);
    expect(finding?.code).toBe('SUPPORT_MATRIX_ROOT_READ_ERROR');
    expect(finding?.violation).toEqual({
      path: MATRIX,
      pointer: '/rows',
      unit: 'support_matrix',
      field: 'rows',
      details: { agent: '', version: '', target: '' },
    });
  });

  it.each<[string, Changes]>([
    ['no expected targets', { 'cli/tool/current.json': (union) => (union.expected_targets = []) }],
    [
      'two versions',
      { 'cli/tool/current.json': ({ inputs }) => (inputs[0].binary.semantic_version = '2.0.0') },
    ],
    ['a pointer missing', { 'cli/tool/pointers/latest_supported/mac.txt': undefined }],
    ['broken metadata', { 'cli/tool/versions/1.2.0.json': '{' }],
    ['metadata without version', { 'cli/tool/versions/1.2.0.json': '{}' }],
  ])('an enrolled root that cannot be loaded (%s) is named', (_name, changes) => {
    const [finding] = violationsOf(sampleWorkspace({ ...changes, [MATRIX]: (matrix) => (matrix.rows = []) }));
    expect(finding?.code).toBe('SUPPORT_MATRIX_ROOT_READ_ERROR');
    expect(finding?.violation.keyOrName).toBe('tool');
    expect(finding?.violation.details).toEqual({ agent: 'tool', version: '', target: '' });
  });

  it('a report that cannot be read ends the comparison', () => {
    const view = sampleWorkspace({ [report('mac')]: '{', [MATRIX]: (matrix) => matrix.rows.pop() });
    expect(violationsOf(view).map(({ code, violation }) => [code, violation.keyOrName])).toEqual([
      ['SUPPORT_MATRIX_ROOT_READ_ERROR', undefined],
    ]);
  });

  it('binds an issue to the first row of its identity', () => {
    const view = sampleWorkspace({
      [MATRIX]: ({ rows }) => rows.push({ ...rows[1], uaa_support: 'partial' }),
    });
    expect(
      violationsOf(view).map(({ code, violation }) => [code, violation.pointer, violation.details]),
    ).toEqual([
      ['SUPPORT_MATRIX_ROW_DUPLICATE', '/rows/1', '1.2.0'],
      ['SUPPORT_MATRIX_UAA_SUPPORT_MISMATCH', '/rows/1', '1.2.0'],
    ]);
  });

  it('wants the newest version first within a target', () => {
    const older = { schema_version: 1, semantic_version: '1.2.0-rc.1', status: 'reported' };
    const row = (target: string) => ({
      agent: 'tool',
      version: older.semantic_version,
      target,
      manifest_support: 'unsupported',
      backend_support: 'unsupported',
      uaa_support: 'unsupported',
      pointer_promotion: 'none',
    });
    const ordered = (places: readonly number[]) =>
      placesOf(
        sampleWorkspace({
          'cli/tool/versions/older.json': JSON.stringify(older),
          [MATRIX]: (matrix) => {
            const rows = [matrix.rows[0], row('linux'), matrix.rows[1], row('mac')];
            matrix.rows = places.map((place) => rows[place]);
          },
        }),
      );
    expect(ordered([0, 1, 2, 3])).toEqual([]);
    expect(ordered([0, 1, 3, 2])).toEqual([['SUPPORT_MATRIX_ROW_ORDER_MISMATCH', MATRIX, '/rows/2']]);
  });
});
