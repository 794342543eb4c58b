import type { Artifact } from '@fixpoint/model';
import fc from 'fast-check';
import { compareArtifacts } from './compare-artifacts';

const path = fc.constantFrom('a', 'b', 'c', 'd/e', 'é', 'Z');
const text = fc.constantFrom('', 'x', 'x\n', 'x\r\n');
const artifacts = fc.uniqueArray(fc.record({ path, text }), {
  selector: (artifact: Artifact) => artifact.path,
});

const toMap = (files: readonly Artifact[]) => new Map(files.map((file) => [file.path, file.text]));
const paths = (files: readonly Artifact[]) => files.map((file) => file.path);

describe('compareArtifacts', () => {
  it('tells missing, stale and orphan apart and sorts by path [FP-ENG-005]', () => {
    const derived = [
      { path: 'new', text: '1' },
      { path: 'same', text: '2' },
      { path: 'changed', text: '3' },
    ];
    const committed = new Map([
      ['same', '2'],
      ['changed', '4'],
      ['old', '5'],
      ['foreign', '6'],
    ]);
    expect(compareArtifacts(derived, committed, ['same', 'old'])).toEqual([
      { kind: 'stale', path: 'changed', expected: '3', committed: '4' },
      { kind: 'missing', path: 'new', expected: '1' },
      { kind: 'orphan', path: 'old', committed: '5' },
    ]);
  });

  it('counts a difference of line ends or of the final newline as drift [FP-ENG-004]', () => {
    const drifts = compareArtifacts(
      [
        { path: 'a', text: 'x\n' },
        { path: 'b', text: 'x\n' },
      ],
      new Map([
        ['a', 'x\r\n'],
        ['b', 'x'],
      ]),
      [],
    );
    expect(drifts.map((drift) => drift.kind)).toEqual(['stale', 'stale']);
  });

  it('finds nothing in what it was given to compare with', () => {
    fc.assert(
      fc.property(artifacts, (files) => {
        expect(compareArtifacts(files, toMap(files), paths(files))).toEqual([]);
      }),
    );
  });

  it('swaps missing and orphan when the sides are swapped', () => {
    fc.assert(
      fc.property(artifacts, artifacts, (left, right) => {
        const forward = compareArtifacts(left, toMap(right), paths(right));
        const backward = compareArtifacts(right, toMap(left), paths(left));
        const mirror = { missing: 'orphan', orphan: 'missing', stale: 'stale' } as const;
        expect(backward.map(({ path, kind }) => [path, kind])).toEqual(
          forward.map(({ path, kind }) => [path, mirror[kind]]),
        );
      }),
    );
  });

  it('names each path once, in code unit order', () => {
    fc.assert(
      fc.property(artifacts, artifacts, (left, right) => {
        const found = compareArtifacts(left, toMap(right), [...paths(right), ...paths(right)]).map(
          (d) => d.path,
        );
        expect(found).toEqual([...new Set(found)].sort());
      }),
    );
  });
});
