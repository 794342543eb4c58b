import type { SurfaceChange, Union } from '@fixpoint/surface-formats';
import { unionArbitrary } from '@fixpoint/testkit';
import fc from 'fast-check';
import { SURFACE_DIFF_RULES } from '../rules/rules';
import { diffUnions, surfaceOf } from '../testing/diff';
import { nameOf } from './sort-changes';

const MIRRORS = new Map(SURFACE_DIFF_RULES.map(({ id, mirrors }) => [id as string, mirrors]));
const CAME = /^(?:hidden-|required-)?(?:command|flag|arg)-(?:added|inserted)$/;
const WENT = /^(?:hidden-)?(?:command|flag|arg)-removed$/;

const unitOf = (change: SurfaceChange): string => [change.unit, ...change.path, nameOf(change)].join(' ');
const unitsOf = (changes: readonly SurfaceChange[], rule: RegExp): string[] =>
  changes
    .filter((change) => rule.test(change.rule))
    .map(unitOf)
    .sort();

/** Without other names, a unit is the same on both sides exactly when path and name are. */
function withoutAliases(union: Union): Union {
  return {
    ...union,
    commands: union.commands.map(({ aliases: _commandAliases, flags, ...command }) => ({
      ...command,
      flags: flags?.map(({ aliases: _flagAliases, ...flag }) => flag),
    })),
  };
}

const plain = unionArbitrary().map(withoutAliases);

describe('diffSurfaces', () => {
  it('finds nothing between a surface and itself', () => {
    fc.assert(
      fc.property(unionArbitrary(), (union) => {
        expect(diffUnions(union, union)).toEqual([]);
      }),
    );
  });

  it('says of each change what its rule mirrors when it is read backwards', () => {
    fc.assert(
      fc.property(unionArbitrary(), unionArbitrary(), (a, b) => {
        const backwards = new Set(diffUnions(b, a).map(({ rule }) => rule));
        const lonely = diffUnions(a, b)
          .filter(({ rule }) => !MIRRORS.get(rule)?.some((mirror) => backwards.has(mirror)))
          .map(({ rule }) => rule);
        expect(lonely).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('takes what came for what goes when it is read backwards', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const [forth, back] = [diffUnions(a, b), diffUnions(b, a)];
        expect(unitsOf(forth, CAME)).toEqual(unitsOf(back, WENT));
        expect(unitsOf(forth, WENT)).toEqual(unitsOf(back, CAME));
      }),
      { numRuns: 150 },
    );
  });

  it('has nothing left of what came and went again', () => {
    fc.assert(
      fc.property(plain, plain, plain, (a, b, c) => {
        const came = unitsOf(diffUnions(a, b), CAME);
        const went = new Set(unitsOf(diffUnions(b, c), WENT));
        const across = new Set([...diffUnions(a, c)].map(unitOf));
        const passing = came.filter((unit) => went.has(unit) && unit.startsWith('command'));
        expect(passing.filter((unit) => across.has(unit))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of commands and flags', () => {
    fc.assert(
      fc.property(unionArbitrary(), unionArbitrary(), (a, b) => {
        const reversed = { ...b, commands: [...b.commands].reverse() };
        expect(diffUnions(a, reversed)).toEqual(diffUnions(a, b));
      }),
    );
  });

  it('looks at any union on any targets without throwing', () => {
    fc.assert(
      fc.property(unionArbitrary(), fc.array(fc.string(), { maxLength: 3 }), (union, targets) => {
        expect(surfaceOf(union, targets).targets).toEqual(targets);
      }),
    );
  });
});
