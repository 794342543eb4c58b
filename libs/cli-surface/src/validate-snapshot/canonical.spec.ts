import fc from 'fast-check';
import type { Snapshot, SnapshotFlag } from '@fixpoint/surface-formats';
import { snapshotArbitrary } from '../union/arbitraries';
import { LINUX, snapshotOf } from '../union/testing';
import { snapshotText } from './snapshot-text';

function keysOf(value: object): string[] {
  return Object.keys(value);
}

function written(snapshot: Snapshot): Snapshot {
  return JSON.parse(snapshotText(snapshot)) as Snapshot;
}

describe('snapshotText', () => {
  it('writes the keys of version 1 first, then those of version 2 [FP-DET-008]', () => {
    const flag: SnapshotFlag = {
      seen_in: ['probe'],
      hidden: true,
      default: '1',
      repeatable: true,
      value_name: 'N',
      takes_value: true,
      short: '-n',
      long: '--number',
    };
    const snapshot = snapshotOf(LINUX, [
      { flags: [flag], usage: 'demo', help_sha256: 'x', about: 'a', path: [] },
    ]);
    const { generator, ...rest } = written({ ...snapshot, known_omissions: ['b', 'a'] });
    expect(keysOf({ ...rest, generator })).toEqual([
      'snapshot_schema_version',
      'tool',
      'collected_at',
      'binary',
      'commands',
      'known_omissions',
      'generator',
    ]);
    expect(rest.known_omissions).toEqual(['a', 'b']);
    expect(keysOf(rest.commands[0] as object)).toEqual(['path', 'about', 'usage', 'flags', 'help_sha256']);
    expect(keysOf(rest.commands[0]?.flags?.[0] as object)).toEqual([
      'long',
      'short',
      'takes_value',
      'value_name',
      'repeatable',
      'default',
      'hidden',
      'seen_in',
    ]);
  });

  it('sorts commands by path, flags by long then short with the missing last, arguments by name', () => {
    const flags: SnapshotFlag[] = [
      { short: '-a', takes_value: false },
      { long: '--b', takes_value: false },
      { long: '--a', takes_value: false },
      { long: '--a', short: '-z', takes_value: true },
    ];
    const arg = { required: false, variadic: false };
    const { commands } = written(
      snapshotOf(LINUX, [
        { path: ['b-c'] },
        {
          path: ['b', 'a'],
          args: [
            { name: 'Z', ...arg },
            { name: 'A', ...arg },
          ],
        },
        { path: ['b'] },
        { path: [], flags },
      ]),
    );
    expect(commands.map(({ path }) => path)).toEqual([[], ['b'], ['b', 'a'], ['b-c']]);
    expect(commands[0]?.flags).toEqual([flags[3], flags[2], flags[1], flags[0]]);
    expect(commands[2]?.args?.map(({ name }) => name)).toEqual(['A', 'Z']);
  });

  it('leaves empty optional lists and absent facts out, and keeps lists that must be there', () => {
    const { probe, commands } = written(
      snapshotOf(LINUX, [{ path: [], flags: [], args: [], aliases: [], about: undefined }], {
        probe: { failures: [], pages: 1, columns: 100, help_form: 'flag', dialect: 'clap' },
        known_omissions: [],
      }),
    );
    expect(commands).toEqual([{ path: [] }]);
    expect(keysOf(probe as object)).toEqual(['dialect', 'help_form', 'columns', 'pages', 'failures']);
  });

  it('sorts the keys of features at every level and keeps what it does not know', () => {
    const features = {
      mode: 'm',
      listed: [{ stage: 's', name: 'n', effective: true }],
      enable: { b: 1, a: 2 },
    };
    const text = snapshotText(snapshotOf(LINUX, [{ path: [] }], { features }));
    expect(JSON.stringify(JSON.parse(text).features)).toBe(
      '{"enable":{"a":2,"b":1},"listed":[{"effective":true,"name":"n","stage":"s"}],"mode":"m"}',
    );
  });

  it('keeps the order in which choices, aliases and value names were listed', () => {
    const flag: SnapshotFlag = {
      long: '--x',
      takes_value: true,
      choices: ['b', 'a'],
      value_names: ['Z', 'A'],
    };
    const { commands } = written(snapshotOf(LINUX, [{ path: [], aliases: ['r', 'q'], flags: [flag] }]));
    expect(commands[0]).toEqual({ path: [], aliases: ['r', 'q'], flags: [flag] });
  });

  it('prints what it has printed the same again', () => {
    fc.assert(
      fc.property(snapshotArbitrary(LINUX), (snapshot) => {
        const text = snapshotText(snapshot);
        expect(snapshotText(JSON.parse(text) as Snapshot)).toBe(text);
      }),
    );
  });

  it('does not depend on the order of commands, flags and arguments', () => {
    fc.assert(
      fc.property(snapshotArbitrary(LINUX), (snapshot) => {
        const commands = snapshot.commands.toReversed().map((command) => ({
          ...command,
          flags: command.flags?.toReversed(),
          args: command.args?.toReversed(),
        }));
        expect(snapshotText({ ...snapshot, commands })).toBe(snapshotText(snapshot));
      }),
    );
  });
});
