import { sampleRoot, violationsOf } from '../test-support/sample-root';
import { findingId, VIOLATION_CODES } from './codes';
import { fromRoot } from './to-finding';

describe('codes', () => {
  it('become distinct ids of this derivation', () => {
    const ids = VIOLATION_CODES.map(findingId);
    expect(new Set(ids).size).toBe(VIOLATION_CODES.length);
    for (const id of ids) expect(id).toMatch(/^root\/[a-z]+(-[a-z]+)*$/);
  });
});

describe('the order of violations', () => {
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

describe('fromRoot', () => {
  it.each([
    ['cli/tool', 'cli/matrix/current.json', '../matrix/current.json'],
    ['cli/tool', 'other.json', '../../other.json'],
    ['', 'cli/current.json', 'cli/current.json'],
    ['cli', 'cli/current.json', 'current.json'],
  ])('%s to %s', (root, path, relative) => expect(fromRoot(root, path)).toBe(relative));
});
