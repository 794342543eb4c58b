import { placesOf, sampleRoot, violationsOf, type Changes } from '../test-support/sample-root';

const FILE = 'wrapper_coverage.json';
const explicit = (path: string[], rest: object = {}) => ({ path, level: 'explicit', ...rest });

function overlaps(coverage: readonly object[], changes: Changes = {}) {
  const view = sampleRoot({ ...changes, [FILE]: (wrapper) => (wrapper.coverage = coverage) });
  return violationsOf(view).map(({ code, violation }) => {
    if (code !== 'WRAPPER_SCOPE_OVERLAP') throw new Error(code);
    const details = violation.details as {
      matching_entry_indexes: string[];
      matching_entry_scope_kinds: string[];
    };
    const entries = details.matching_entry_indexes.map(
      (index, at) => `${index} ${details.matching_entry_scope_kinds[at]}`,
    );
    return [violation.commandPath, violation.keyOrName, violation.target, ...entries];
  });
}

const mac = { target_triples: ['mac'] };
const macos = { platforms: ['macos'] };

describe('overlapping scopes', () => {
  it('are found for each expected target, with the kind of each scope', () => {
    expect(
      overlaps([explicit(['a']), explicit(['a'], { scope: mac }), explicit(['a'], { scope: macos })]),
    ).toEqual([
      ['a', undefined, 'mac', 'coverage[0] no_scope', 'coverage[1] target_triples', 'coverage[2] platforms'],
    ]);
    expect(overlaps([explicit(['a']), explicit(['a'])]).map(([, , target]) => target)).toEqual([
      'linux',
      'mac',
    ]);
  });

  it('of flags and arguments lie within the scope of their command', () => {
    const flag = (scope?: object) => ({ key: '-x', level: 'explicit', scope });
    expect(
      overlaps([
        explicit(['a'], { scope: { target_triples: ['linux'] }, flags: [flag(), flag(mac)] }),
        explicit(['a'], { scope: macos, flags: [flag(), flag(macos)] }),
      ]),
    ).toEqual([['a', '-x', 'mac', 'coverage[1].flags[0] no_scope', 'coverage[1].flags[1] platforms']]);
  });

  it('an empty scope applies to nothing, an unknown target or platform neither', () => {
    const scopes = [
      {},
      { target_triples: [], platforms: [] },
      { target_triples: ['bsd'] },
      { platforms: ['bsd'] },
    ];
    expect(overlaps([explicit(['a']), ...scopes.map((scope) => explicit(['a'], { scope }))])).toEqual([]);
    expect(overlaps([explicit(['a'], { scope: null }), explicit(['a'], { scope: mac })])).toHaveLength(1);
  });

  it('are told apart by the rendered path', () => {
    expect(overlaps([explicit(['a/b'], { scope: mac }), explicit(['a', 'b'])])).toHaveLength(1);
    expect(overlaps([explicit([]), explicit(['a'])])).toEqual([]);
  });

  it('are looked for only where the rules ask', () => {
    const twice = [explicit(['a'], { scope: mac }), explicit(['a'], { scope: macos, args: [] })];
    const rules = (change: object) => ({
      'RULES.json': (each: { wrapper_coverage: { validation: object; scope_semantics: object } }) => {
        Object.assign(each.wrapper_coverage.validation, change);
        Object.assign(each.wrapper_coverage.scope_semantics, change);
      },
    });
    expect(overlaps(twice)).toHaveLength(1);
    expect(overlaps(twice, rules({ overlap_units: ['command_flag_key'] }))).toEqual([]);
    expect(overlaps(twice, rules({ disallow_overlapping_scopes: false }))).toEqual([]);
    expect(overlaps(twice, rules({ platforms_expand_to_expected_targets: false }))).toEqual([]);
  });

  it('point at the second entry', () => {
    const view = sampleRoot({ [FILE]: (wrapper) => wrapper.coverage.push(explicit(['run'])) });
    const [finding] = violationsOf(view);
    expect(finding?.path).toBeUndefined();
    expect(finding?.position?.line).toBeGreaterThan(20);
  });
});

describe('wrapper coverage', () => {
  it('accepts null for what may be absent, and levels it does not know', () => {
    const entry = { path: ['a'], level: 'sideways', note: null, scope: null, flags: null, args: null };
    expect(placesOf(sampleRoot({ [FILE]: (wrapper) => wrapper.coverage.push(entry) }))).toEqual([]);
  });

  it('wants a note for passthrough and waived units of every kind', () => {
    const unit = { level: 'passthrough', note: ' ' };
    const view = sampleRoot({
      [FILE]: ({ coverage }) =>
        coverage.push({
          ...unit,
          path: ['a'],
          flags: [{ ...unit, key: '-x' }],
          args: [{ ...unit, name: 'X' }],
        }),
    });
    expect(violationsOf(view).map(({ violation }) => [violation.unit, violation.pointer])).toEqual([
      ['wrapper_arg', '/coverage/2/args/0/note'],
      ['wrapper_command', '/coverage/2/note'],
      ['wrapper_flag', '/coverage/2/flags/0/note'],
    ]);
  });

  it('must not cover what is excluded', () => {
    const view = sampleRoot({
      [FILE]: ({ coverage }) =>
        coverage.push(
          explicit(['login']),
          explicit(['serve'], { args: [{ name: 'DIR', level: 'explicit' }] }),
        ),
    });
    expect(violationsOf(view).map(({ violation: { unit, field } }) => [unit, field])).toEqual([
      ['wrapper_arg', 'args'],
      ['wrapper_command', 'coverage'],
    ]);
  });
});
