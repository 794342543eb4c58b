import fc from 'fast-check';
import { sampleRoot, violationsOf } from '../test-support/sample-root';
import { findingId, VIOLATION_CODES } from './codes';
import { referenceOrder } from './reference-order';
import { fromRoot } from './to-finding';
import type { ReferenceFinding, ReferenceKeys } from './violation';

function finding(
  reference: Partial<ReferenceKeys>,
  code = 'UNION_MISSING' as const,
  message = '',
): ReferenceFinding {
  const keys = { path: 'a', ...reference };
  return { id: findingId(code), code, severity: 'error', message, file: keys.path, fix: '', reference: keys };
}

describe('referenceOrder', () => {
  const ascending = [
    finding({}),
    finding({ pointer: '' }),
    finding({ pointer: '/10' }),
    finding({ pointer: '/9' }),
    finding({ target: 't' }),
    finding({ field: 'f' }),
    finding({ keyOrName: 'k' }),
    finding({ commandPath: '[]' }),
    finding({ unit: 'u' }),
    finding({ path: '\uff5e' }),
    finding({ path: '\u{10000}' }),
  ];

  it('goes by path, unit, command, key, field, target and pointer, what is absent first', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ascending, { minLength: ascending.length }), (shuffled) => {
        expect(referenceOrder(shuffled)).toEqual(ascending);
      }),
    );
  });

  it('is not the order in which findings are shown', () => {
    const view = sampleRoot({
      'wrapper_coverage.json': (wrapper) => {
        wrapper.coverage[0].flags[0].level = 'passthrough';
        wrapper.coverage[1].level = 'passthrough';
      },
    });
    expect(violationsOf(view).map(({ path }) => path)).toEqual([
      '/coverage/1/note',
      '/coverage/0/flags/0/note',
    ]);
  });
});

describe('codes', () => {
  it('become distinct ids of this derivation', () => {
    const ids = VIOLATION_CODES.map(findingId);
    expect(new Set(ids).size).toBe(VIOLATION_CODES.length);
    for (const id of ids) expect(id).toMatch(/^reference-validator\/[a-z]+(-[a-z]+)*$/);
  });
});

describe('fromRoot', () => {
  it.each([
    ['cli/tool', 'cli/matrix/current.json', '../matrix/current.json'],
    ['cli/tool', 'other.json', '../../other.json'],
    ['', 'cli/current.json', 'cli/current.json'],
    ['cli', 'cli/current.json', 'current.json'],
  ])('%s to %s', (root, path, relative) => expect(fromRoot(root, path)).toBe(relative));
});
