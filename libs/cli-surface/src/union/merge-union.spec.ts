import { mergeUnion, unionText } from './merge-union';
import { commandOf, flagOf, LINUX, MAC, manifestOf, merge, snapshotOf, WINDOWS } from './testing';

describe.each([1, 2] as const)('mergeUnion, rules version %d', (version) => {
  const manifest = manifestOf(version);

  it('lists inputs and availability in target order, commands by path, flags by key, arguments by name [FP-UNION-003]', () => {
    const arg = (name: string) => ({ name, required: true, variadic: false });
    const union = merge(
      {
        [WINDOWS]: snapshotOf(WINDOWS, [
          { path: ['b-c'] },
          { path: ['b', 'a'] },
          { path: ['b'] },
          { path: [] },
        ]),
        [LINUX]: snapshotOf(LINUX, [
          { path: [] },
          { path: ['b'], flags: [flagOf('--z'), flagOf('--a')], args: [arg('Z'), arg('A')] },
        ]),
      },
      manifest,
    );
    expect(union.inputs.map((input) => input.target_triple)).toEqual([LINUX, WINDOWS]);
    expect(union.commands.map(({ path }) => path.join(' '))).toEqual(['', 'b', 'b a', 'b-c']);
    expect(commandOf(union, 'b')?.available_on).toEqual([LINUX, WINDOWS]);
    expect(commandOf(union, 'b')?.flags?.map(({ key }) => key)).toEqual(['--a', '--z']);
    expect(commandOf(union, 'b')?.args?.map(({ name }) => name)).toEqual(['A', 'Z']);
    expect(union).toMatchObject({ complete: false, missing_targets: [MAC], mode: 'union', tool: 'demo' });
  });

  it('is complete when every expected target is there [FP-UNION-003]', () => {
    const all = [LINUX, MAC, WINDOWS].map((target) => [target, snapshotOf(target, [{ path: [] }])]);
    const union = merge(Object.fromEntries(all), manifest);
    expect(union.complete).toBe(true);
    expect(Object.keys(union)).not.toContain('missing_targets');
  });

  it('takes scalars from the required target, else from the first that has the unit', () => {
    const union = merge(
      {
        [MAC]: snapshotOf(MAC, [
          { path: [], about: 'mac' },
          { path: ['app'], about: 'first' },
        ]),
        [WINDOWS]: snapshotOf(WINDOWS, [
          { path: [], about: 'win' },
          { path: ['app'], about: 'second' },
        ]),
        [LINUX]: snapshotOf(LINUX, [{ path: [], about: 'linux' }]),
      },
      manifest,
    );
    expect(union.commands.map(({ about }) => about)).toEqual(['linux', 'first']);
  });

  it('takes scalars from the required target wherever it stands among the expected ones', () => {
    const targets = { ...manifest.targets, required: WINDOWS };
    const inputs = [LINUX, WINDOWS].map((target) => [
      target,
      snapshotOf(target, [{ path: [], about: target }]),
    ]);
    expect(merge(Object.fromEntries(inputs), { ...manifest, targets }).commands[0]?.about).toBe(WINDOWS);
  });

  it('records a conflict with the value of every target that has the unit, null for an absent one [FP-UNION-004]', () => {
    const union = merge(
      {
        [LINUX]: snapshotOf(LINUX, [{ path: [], about: 'a' }]),
        [MAC]: snapshotOf(MAC, [{ path: [] }]),
        [WINDOWS]: snapshotOf(WINDOWS, [{ path: [], about: 'a' }]),
      },
      manifest,
    );
    expect(union.commands[0]?.conflicts).toEqual([
      {
        unit: 'command',
        path: [],
        field: 'about',
        values_by_target: { [MAC]: null, [WINDOWS]: 'a', [LINUX]: 'a' },
        help_context: 'Usage',
      },
    ]);
    const targets = Object.keys(union.commands[0]?.conflicts?.[0]?.values_by_target ?? {});
    expect(targets).toEqual([MAC, WINDOWS, LINUX]);
  });

  it('does not take the absence of a unit for a conflict', () => {
    const union = merge(
      {
        [LINUX]: snapshotOf(LINUX, [{ path: [], flags: [flagOf('--a', { takes_value: true })] }]),
        [MAC]: snapshotOf(MAC, [{ path: [] }]),
      },
      manifest,
    );
    expect(union.commands[0]?.flags?.[0]?.available_on).toEqual([LINUX]);
    expect(union.commands[0]?.conflicts).toBeUndefined();
  });

  it('orders conflicts by unit, then key or name, then field', () => {
    const commands = (yes: boolean) => [
      {
        path: [],
        usage: String(yes),
        about: String(yes),
        flags: [
          flagOf('--b', { takes_value: yes, value_name: String(yes) }),
          flagOf('--a', { takes_value: yes }),
        ],
        args: [{ name: 'N', required: yes, variadic: yes }],
      },
    ];
    const inputs = { [LINUX]: snapshotOf(LINUX, commands(true)), [MAC]: snapshotOf(MAC, commands(false)) };
    const conflicts = merge(inputs, manifest).commands[0]?.conflicts ?? [];
    expect(conflicts.map(({ unit, key, name, field }) => [unit, key ?? name, field].join(' '))).toEqual([
      'command  about',
      'command  usage',
      'flag --a takes_value',
      'flag --b takes_value',
      'flag --b value_name',
      'arg N required',
      'arg N variadic',
    ]);
    expect(new Set(conflicts.map(({ help_context }) => help_context))).toEqual(
      new Set(['Usage', 'Options', 'Arguments']),
    );
  });

  it('does not compare notes of arguments and descriptions of flags', () => {
    const commands = (text: string) => [
      {
        path: [],
        flags: [flagOf('--a', { description: text })],
        args: [{ name: 'N', required: true, variadic: false, note: text }],
      },
    ];
    const inputs = { [LINUX]: snapshotOf(LINUX, commands('x')), [MAC]: snapshotOf(MAC, commands('y')) };
    expect(merge(inputs, manifest).commands[0]?.conflicts).toBeUndefined();
  });

  it('marks arguments that were inferred from usage', () => {
    const args = [{ name: 'N', required: true, variadic: false, note: ' inferred from usage ' }];
    const union = merge({ [LINUX]: snapshotOf(LINUX, [{ path: [], args }]) }, manifest);
    expect(Object.keys(union.commands[0]?.args?.[0] ?? {})).toEqual([
      'name',
      'required',
      'variadic',
      'inferred_from_usage',
      'note',
      'available_on',
    ]);
  });

  it('takes the time of its newest input', () => {
    const at = (target: string, collected_at: string) => snapshotOf(target, [{ path: [] }], { collected_at });
    const inputs = {
      [LINUX]: at(LINUX, '2024-05-01T00:00:00Z'),
      [MAC]: at(MAC, '2024-06-01T00:00:00.5Z'),
      [WINDOWS]: at(WINDOWS, '2024-06-01T01:00:00+02:00'),
    };
    expect(merge(inputs, manifest).collected_at).toBe('2024-06-01T00:00:00.5Z');
  });

  it('leaves out targets that the root does not expect', () => {
    const inputs = {
      [LINUX]: snapshotOf(LINUX, [{ path: [] }]),
      riscv: snapshotOf('riscv', [{ path: ['x'] }]),
    };
    const union = merge(inputs, manifest);
    expect(union.inputs).toHaveLength(1);
    expect(union.commands).toHaveLength(1);
  });

  it('writes binary, features and omissions of each input in canonical order', () => {
    const snapshot = snapshotOf(LINUX, [{ path: [] }], {
      features: { mode: 'm', listed: [{ stage: 's', name: 'n', effective: true }] },
      known_omissions: ['k'],
    });
    const { semantic_version, ...binary } = snapshot.binary;
    const shuffled = { ...snapshot, binary: { semantic_version, ...binary } };
    const input = merge({ [LINUX]: shuffled }, manifest).inputs[0];
    expect(Object.keys(input ?? {})).toEqual([
      'target_triple',
      'collected_at',
      'binary',
      'features',
      'known_omissions',
    ]);
    expect(Object.keys(input?.binary ?? {}).at(-1)).toBe('semantic_version');
    expect(Object.keys(input?.features ?? {})).toEqual(['listed', 'mode']);
  });

  it('refuses to merge without the required target, and says how to measure it [FP-UNION-002]', () => {
    const result = mergeUnion([{ target: MAC, snapshot: snapshotOf(MAC, []) }], manifest, {
      version: '1.0.0',
    });
    expect(result).toMatchObject({
      ok: false,
      findings: [
        {
          id: 'union/required-target-missing',
          file: `snapshots/1.0.0/${LINUX}.json`,
          fix: `fixpoint snapshot --root cli_manifests/demo --version 1.0.0 --target ${LINUX}`,
        },
      ],
    });
  });
});

describe('unionText', () => {
  it('is canonical JSON [FP-DET-008]', () => {
    const union = merge(
      { [LINUX]: snapshotOf(LINUX, [{ path: [], about: 'é "\u007f/\u0001' }]) },
      manifestOf(2),
    );
    expect(unionText(union)).toBe(`${JSON.stringify(union, null, 2)}\n`);
    expect(unionText(union)).toContain('"é \\"\u007f/\\u0001"');
  });
});
