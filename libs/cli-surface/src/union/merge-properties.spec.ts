import fc from 'fast-check';
import {
  compareBytes,
  pathKey,
  type Snapshot,
  type SnapshotCommand,
  type SnapshotFlag,
  type Union,
  type UnionCommand,
} from '@fixpoint/surface-formats';
import { snapshotText } from '../validate-snapshot';
import { snapshotArbitrary } from './arbitraries';
import { mergeUnion, unionText } from './merge-union';
import type { UnionSource } from './source';
import { LINUX, MAC, manifestOf, snapshotOf, WINDOWS } from './testing';

const sourceOf = (target: string): fc.Arbitrary<UnionSource> =>
  snapshotArbitrary(target).map((snapshot) => ({ target, snapshot }));
const three = fc.tuple(sourceOf(LINUX), sourceOf(MAC), sourceOf(WINDOWS));

/** Every unit with the targets that have it, folded flags included. */
function availability(union: Union): Map<string, Set<string>> {
  const root = union.commands.find(({ path }) => path.length === 0);
  const units = union.commands.flatMap((command): [string, readonly string[]][] => {
    const at = pathKey(command.path);
    const folded = (command.folded_flags ?? []).map((key): [string, readonly string[]] => [
      `${at} flag ${key}`,
      (root?.flags?.find((flag) => flag.key === key)?.available_on ?? []).filter((target) =>
        command.available_on.includes(target),
      ),
    ]);
    return [
      [at, command.available_on],
      ...(command.flags ?? []).map((flag): [string, readonly string[]] => [
        `${at} flag ${flag.key}`,
        flag.available_on,
      ]),
      ...(command.args ?? []).map((arg): [string, readonly string[]] => [
        `${at} arg ${arg.name}`,
        arg.available_on,
      ]),
      ...folded,
    ];
  });
  return new Map(units.map(([unit, targets]) => [unit, new Set(targets)]));
}

function conflicts(union: Union) {
  return union.commands.flatMap((command) => command.conflicts ?? []);
}

describe.each([1, 2] as const)('properties of mergeUnion, rules version %d', (version) => {
  const manifest = manifestOf(version);
  const merge = (sources: readonly UnionSource[]): Union => {
    const result = mergeUnion(sources, manifest, { version: '1.0.0' });
    if (!result.ok) throw new Error(JSON.stringify(result.findings));
    return result.value;
  };

  it('does not depend on the order of the inputs, nor on the order within them [FP-UNION-001]', () => {
    fc.assert(
      fc.property(three, (sources) => {
        const turned = sources.toReversed().map(({ target, snapshot }) => ({
          target,
          snapshot: { ...snapshot, commands: snapshot.commands.toReversed() },
        }));
        expect(unionText(merge(turned))).toBe(unionText(merge(sources)));
      }),
    );
  });

  it('is idempotent: targets that are the same add availability and nothing else', () => {
    fc.assert(
      fc.property(snapshotArbitrary(LINUX), ({ commands }) => {
        const source = (target: string) => ({ target, snapshot: snapshotOf(target, commands) });
        const alone = merge([source(LINUX)]);
        const all = [LINUX, MAC, WINDOWS];
        const together = merge(all.map(source));
        const text = JSON.stringify(together.commands).replaceAll(
          JSON.stringify(all),
          JSON.stringify([LINUX]),
        );
        expect(text).toBe(JSON.stringify(alone.commands));
      }),
    );
  });

  it('is monotone: another target takes no unit and no availability away', () => {
    fc.assert(
      fc.property(three, ([linux, mac, windows]) => {
        const after = availability(merge([linux, mac, windows]));
        const before = [...availability(merge([linux, mac]))];
        const lost = before.flatMap(([unit, targets]) => {
          // Version 1 folds by key, also into a root flag that only the new target has.
          if (version === 1 && !after.has(unit)) return [];
          return [...targets]
            .filter((target) => !after.get(unit)?.has(target))
            .map((target) => [unit, target]);
        });
        expect(lost).toEqual([]);
      }),
    );
  });

  it('records the same conflicts whichever of two targets holds which snapshot', () => {
    fc.assert(
      fc.property(snapshotArbitrary(LINUX), snapshotArbitrary(LINUX), (one, other) => {
        const pair = (a: Snapshot, b: Snapshot) =>
          merge([
            { target: LINUX, snapshot: snapshotOf(LINUX, a.commands) },
            { target: MAC, snapshot: snapshotOf(MAC, b.commands) },
          ]);
        const turned = conflicts(pair(other, one)).map(({ values_by_target: values, ...conflict }) => ({
          ...conflict,
          values_by_target: { [LINUX]: values[MAC], [MAC]: values[LINUX] },
        }));
        expect(turned).toEqual(conflicts(pair(one, other)));
      }),
    );
  });

  it('lists in every conflict exactly the targets that have the unit [FP-UNION-004]', () => {
    fc.assert(
      fc.property(three, (sources) => {
        const union = merge(sources);
        const available = availability(union);
        const wrong = conflicts(union).filter(({ path, unit, key, name, values_by_target: values }) => {
          const id = unit === 'command' ? pathKey(path) : `${pathKey(path)} ${unit} ${key ?? name}`;
          const targets = [...(available.get(id) ?? [])];
          const distinct = new Set(Object.values(values).map((value) => JSON.stringify(value)));
          return distinct.size < 2 || Object.keys(values).sort().join() !== targets.sort().join();
        });
        expect(wrong).toEqual([]);
      }),
    );
  });
});

describe('a union of one target', () => {
  it('holds all that its snapshot holds', () => {
    fc.assert(
      fc.property(snapshotArbitrary(LINUX), (snapshot) => {
        const result = mergeUnion([{ target: LINUX, snapshot }], manifestOf(2), { version: '1.0.0' });
        const union = result.ok ? result.value : undefined;
        const root = union?.commands.find(({ path }) => path.length === 0);
        const commands = (union?.commands ?? []).map((command) => toSnapshotCommand(command, root));
        const bare = snapshot.commands.map((command) => withoutFoldedProse(command, union));
        expect(snapshotText(snapshotOf(LINUX, commands))).toBe(snapshotText(snapshotOf(LINUX, bare)));
      }),
    );
  });
});

function toSnapshotCommand(command: UnionCommand, root: UnionCommand | undefined): SnapshotCommand {
  const {
    available_on: _on,
    conflicts: _conflicts,
    folded_flags: folded = [],
    flags = [],
    args = [],
    ...rest
  } = command;
  const inherited = (root?.flags ?? []).filter(({ key }) => folded.includes(key));
  const unfolded: SnapshotFlag[] = [
    ...flags.map(({ key: _key, available_on: _flagOn, ...flag }) => flag),
    ...inherited.map(({ key: _key, available_on: _flagOn, description: _description, ...flag }) => flag),
  ];
  return {
    ...rest,
    args: args.map(({ available_on: _argOn, inferred_from_usage: _inferred, ...arg }) => arg),
    flags: unfolded.map(sortedSets),
  };
}

// The description of a folded flag is the root flag's, and its sets may be listed in another order.
function withoutFoldedProse(command: SnapshotCommand, union: Union | undefined): SnapshotCommand {
  const key = pathKey(command.path);
  const folded = union?.commands.find(({ path }) => pathKey(path) === key)?.folded_flags ?? [];
  const flags = (command.flags ?? []).map((flag) => {
    const { description: _description, ...meaning } = flag;
    return sortedSets(folded.includes(flag.long ?? flag.short ?? '') ? meaning : flag);
  });
  return { ...command, flags };
}

function sortedSets(flag: SnapshotFlag): SnapshotFlag {
  const { aliases, choices, ...rest } = flag;
  return {
    ...rest,
    ...(aliases && { aliases: aliases.toSorted(compareBytes) }),
    ...(choices && { choices: choices.toSorted(compareBytes) }),
  };
}
