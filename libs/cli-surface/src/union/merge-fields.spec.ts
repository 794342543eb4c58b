import type { SnapshotCommand, SnapshotFlag } from '@fixpoint/surface-formats';
import { mergeUnion } from './merge-union';
import { LINUX, MAC, manifestOf, mergeCommandLists, snapshotOf } from './testing';

const FULL_FLAG: SnapshotFlag = {
  long: '--color',
  short: '-c',
  takes_value: true,
  value_name: 'WHEN',
  repeatable: true,
  stability: 'beta',
  platforms: ['linux'],
  aliases: ['--colour'],
  value_names: ['WHEN', 'WHAT'],
  value_optional: true,
  value_attached: true,
  required: true,
  default: 'auto',
  choices: ['auto', 'never'],
  env: 'COLOR',
  description: 'When to colour',
  hidden: true,
  seen_in: ['completion'],
};

describe('mergeUnion, fields of rules version 2', () => {
  it('carries every field of a flag, those of version 1 before the targets', () => {
    const { long, short, takes_value, value_name, repeatable, ...added } = FULL_FLAG;
    const [flag] = mergeCommandLists([{ path: [], flags: [FULL_FLAG] }]).commands[0]?.flags ?? [];
    const available_on = [LINUX];
    const expected = {
      key: '--color',
      long,
      short,
      takes_value,
      value_name,
      repeatable,
      available_on,
      ...added,
    };
    expect(JSON.stringify(flag)).toBe(JSON.stringify(expected));
  });

  it('carries every field of a command and an argument', () => {
    const arg = {
      name: 'N',
      required: true,
      variadic: false,
      note: 'n',
      default: 'd',
      choices: ['c'],
      env: 'E',
    };
    const command: SnapshotCommand = {
      path: [],
      about: 'a',
      usage: 'u',
      stability: 'beta',
      platforms: ['linux'],
      aliases: ['x'],
      hidden: true,
      seen_in: ['probe'],
    };
    const { path, ...rest } = command;
    const { name, required, variadic, note, ...added } = arg;
    expect(mergeCommandLists([{ ...command, args: [arg] }]).commands).toEqual([
      {
        path,
        available_on: [LINUX],
        args: [{ name, required, variadic, note, available_on: [LINUX], ...added }],
        ...rest,
      },
    ]);
  });

  it('names the generator that all inputs share', () => {
    expect(mergeCommandLists([{ path: [] }]).generator).toEqual({ name: 'test', version: '1' });
  });

  it('does not read the environment for its time', () => {
    const source = { target: LINUX, snapshot: snapshotOf(LINUX, [{ path: [] }]) };
    const result = mergeUnion([source], manifestOf(2), {
      version: '1.0.0',
      timestamp: '1970-01-01T00:00:00Z',
    });
    expect(result.ok && result.value.collected_at).toBe('2024-01-01T00:00:00Z');
  });

  const {
    long: _long,
    description: _description,
    seen_in: _seenIn,
    takes_value: _takesValue,
    ...compared
  } = FULL_FLAG;
  it.each(Object.keys(compared).sort())('records a conflict on %s of a flag', (field) => {
    const { [field as keyof SnapshotFlag]: value, ...without } = FULL_FLAG;
    const commands = (flag: object) => [{ path: [], flags: [flag as SnapshotFlag] }];
    const conflicts = mergeCommandLists(commands(FULL_FLAG), commands(without)).commands[0]?.conflicts;
    expect(conflicts).toEqual([
      {
        unit: 'flag',
        path: [],
        key: '--color',
        field,
        values_by_target: { [MAC]: null, [LINUX]: value },
        help_context: 'Options',
      },
    ]);
  });

  it('does not compare prose and the way a unit was found', () => {
    const flag = { ...FULL_FLAG, description: 'other', seen_in: ['probe' as const] };
    const commands = (one: SnapshotFlag) => [{ path: [], flags: [one] }];
    expect(mergeCommandLists(commands(FULL_FLAG), commands(flag)).commands[0]?.conflicts).toBeUndefined();
  });

  it('compares choices and aliases as sets, value names in their order', () => {
    const commands = (fields: Partial<SnapshotFlag>) => [{ path: [], flags: [{ ...FULL_FLAG, ...fields }] }];
    const turned = commands({ choices: ['never', 'auto'], value_names: ['WHAT', 'WHEN'] });
    const conflicts = mergeCommandLists(commands({}), turned).commands[0]?.conflicts ?? [];
    expect(conflicts.map(({ field }) => field)).toEqual(['value_names']);
  });

  it('records that a command is hidden on one target and visible on another', () => {
    const union = mergeCommandLists(
      [{ path: [] }, { path: ['x'] }],
      [{ path: [] }, { path: ['x'], hidden: true }],
    );
    expect(union.commands[1]?.conflicts).toEqual([
      {
        unit: 'command',
        path: ['x'],
        field: 'hidden',
        values_by_target: { [MAC]: true, [LINUX]: null },
        help_context: 'Usage',
      },
    ]);
  });

  it('takes evidence from what the snapshot says of its page, captured or not', () => {
    const union = mergeCommandLists(
      [{ path: ['a'], about: 'x', help_sha256: 'one' }],
      [{ path: ['a'], about: 'y', help_sha256: 'two' }],
      [{ path: ['a'], about: 'z' }],
    );
    expect(union.commands[0]?.conflicts?.[0]?.evidence).toEqual({
      help_ref_by_target: {
        [MAC]: `raw_help/1.0.0/${MAC}/commands/a/help.txt`,
        [LINUX]: `raw_help/1.0.0/${LINUX}/commands/a/help.txt`,
      },
      help_sha256_by_target: { [MAC]: 'two', [LINUX]: 'one' },
    });
    expect(Object.keys(union.commands[0] ?? {})).not.toContain('help_sha256');
  });
});
