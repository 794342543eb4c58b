import { mergeUnion } from './merge-union';
import { commandOf, flagOf, LINUX, MAC, manifestOf, merge, snapshotOf, WINDOWS } from './testing';

describe('mergeUnion, rules version 1 alone', () => {
  const one = manifestOf(1);

  it('takes the time that is handed in', () => {
    const inputs = { [LINUX]: snapshotOf(LINUX, [{ path: [] }]) };
    expect(merge(inputs, one, { timestamp: '1970-01-01T00:00:00Z' }).collected_at).toBe(
      '1970-01-01T00:00:00Z',
    );
  });

  it('keeps the last of several units with one identity', () => {
    const commands = [
      { path: [], about: 'first' },
      { path: [], about: 'last', flags: [flagOf('-q'), flagOf('-q', { takes_value: true })] },
    ];
    const union = merge({ [LINUX]: snapshotOf(LINUX, commands) }, one);
    expect(union.commands).toHaveLength(1);
    expect(union.commands[0]).toMatchObject({ about: 'last', flags: [{ takes_value: true }] });
  });

  it('carries and compares the fields of version 1 only', () => {
    const commands = (n: string) => [
      {
        path: [],
        aliases: [n],
        flags: [flagOf('--a', { short: `-${n}`, default: n, stability: n, hidden: true as const })],
      },
    ];
    const inputs = { [LINUX]: snapshotOf(LINUX, commands('1')), [MAC]: snapshotOf(MAC, commands('2')) };
    const union = merge(inputs, one);
    expect(union.commands).toEqual([
      {
        path: [],
        available_on: [LINUX, MAC],
        flags: [{ key: '--a', long: '--a', short: '-1', takes_value: false, available_on: [LINUX, MAC] }],
      },
    ]);
    expect(Object.keys(union)).not.toContain('generator');
  });

  it.each([
    ['tools', { tool: 'other' }, 'union/mixed-tools', 'requireSameTool'],
    ['versions', { semantic_version: '2.0.0' }, 'union/mixed-versions', 'requireSameSemanticVersion'],
    ['a missing version', { semantic_version: undefined }, 'union/version-missing', 'requireSemanticVersion'],
  ] as const)('refuses different %s where the marker asks for it', (_what, change, id, rule) => {
    const snapshot = snapshotOf(MAC, [{ path: [] }], 'tool' in change ? change : {});
    const binary = 'tool' in change ? snapshot.binary : { ...snapshot.binary, ...change };
    const sources = [
      { target: LINUX, snapshot: snapshotOf(LINUX, [{ path: [] }]) },
      { target: MAC, snapshot: { ...snapshot, binary } },
    ];
    const scope = { version: '1.0.0' };
    expect(mergeUnion(sources, one, scope).findings.map((finding) => finding.id)).toEqual([id]);
    const relaxed = { ...one, union: { ...one.union, [rule]: false } };
    expect(mergeUnion(sources, relaxed, scope).ok).toBe(true);
  });

  it('merges binaries of any target and generator, as its format knows neither', () => {
    const generator = { name: 'other', version: '9' };
    const inputs = {
      [LINUX]: snapshotOf(MAC, [{ path: [] }]),
      [MAC]: snapshotOf(LINUX, [{ path: [] }], { generator }),
    };
    expect(merge(inputs, one).inputs).toHaveLength(2);
  });

  it('folds a flag whose key is that of a root flag, whatever it means and wherever it is', () => {
    const inputs = {
      [LINUX]: snapshotOf(LINUX, [
        { path: [] },
        { path: ['b'], flags: [flagOf('--g', { takes_value: true }), flagOf('--own')] },
        { path: ['c'], flags: [flagOf('--g')] },
      ]),
      [MAC]: snapshotOf(MAC, [
        { path: [], flags: [flagOf('--g')] },
        { path: ['b'], flags: [flagOf('--g')] },
      ]),
    };
    const union = merge(inputs, one);
    expect(commandOf(union, 'b')).toEqual({
      path: ['b'],
      available_on: [LINUX, MAC],
      flags: [{ key: '--own', long: '--own', takes_value: false, available_on: [LINUX] }],
    });
    expect(commandOf(union, 'c')).toEqual({ path: ['c'], available_on: [LINUX] });
    const unfolded = merge(inputs, { ...one, union: { ...one.union, foldRootFlags: false } });
    expect(commandOf(unfolded, 'b')?.flags?.map(({ key }) => key)).toEqual(['--g', '--own']);
    expect(commandOf(unfolded, 'b')?.conflicts).toHaveLength(1);
  });

  it('tells every order that the marker names otherwise, and a key to fold by that it does not know', () => {
    const raw = {
      sorting: { ...(one.raw['sorting'] as object), flags: 'by_name', inputs: undefined },
      globals: { effective_flags_model: { union_normalization: { dedupe_key: 'long' } } },
    };
    const result = mergeUnion([], { ...one, raw }, { version: '1.0.0' });
    expect(result.findings).toEqual([
      expect.objectContaining({
        id: 'config/unsupported-rule',
        file: 'RULES.json',
        path: '/sorting/flags',
        expected: 'by_key_then_long_then_short',
        fix: 'set sorting.flags to "by_key_then_long_then_short" in RULES.json',
      }),
      expect.objectContaining({ path: '/sorting/inputs', actual: 'absent' }),
      expect.objectContaining({ path: '/globals/effective_flags_model/union_normalization/dedupe_key' }),
    ]);
  });

  it('does not look at the key to fold by where nothing is folded', () => {
    const globals = { effective_flags_model: { union_normalization: { dedupe_key: 'long' } } };
    const union = { ...one.union, foldRootFlags: false };
    const manifest = { ...one, union, raw: { ...one.raw, globals } };
    expect(merge({ [LINUX]: snapshotOf(LINUX, [{ path: [] }]) }, manifest).commands).toHaveLength(1);
  });

  it('takes evidence from the captured pages of the targets that have the unit', () => {
    const page = (ref: string) => new Map([['', { ref, sha256: `sha of ${ref}` }]]);
    const sources = [
      { target: LINUX, snapshot: snapshotOf(LINUX, [{ path: [], about: 'a' }]), helpPages: page('l') },
      { target: MAC, snapshot: snapshotOf(MAC, [{ path: [], about: 'b' }]) },
      { target: WINDOWS, snapshot: snapshotOf(WINDOWS, []), helpPages: page('w') },
    ];
    const result = mergeUnion(sources, one, { version: '1.0.0' });
    expect(result.ok && result.value.commands[0]?.conflicts?.[0]?.evidence).toEqual({
      help_ref_by_target: { [LINUX]: 'l' },
      help_sha256_by_target: { [LINUX]: 'sha of l' },
    });
  });
});
