import { sampleRoot, violationsOf, type Changes } from '../test-support/sample-root';

const UNITS = '/parity_exclusions/units';

function withUnits(...units: readonly object[]): Changes {
  return { 'RULES.json': (rules) => (rules.parity_exclusions.units = units) };
}

const found = (...units: readonly object[]) =>
  violationsOf(sampleRoot(withUnits(...units))).map(({ code, violation }) => [
    code,
    violation.pointer,
    violation.commandPath,
    violation.keyOrName,
  ]);

const INVALID = 'PARITY_EXCLUSIONS_INVALID_ENTRY';

describe('exclusions', () => {
  it.each([
    [{ unit: 'command', path: ['a'], name: '' }, [INVALID, `${UNITS}/0`, 'a', undefined]],
    [{ unit: 'flag', path: ['a', 'b'] }, [INVALID, `${UNITS}/0/key`, 'a/b', undefined]],
    [{ unit: 'flag', path: [], key: ' ' }, [INVALID, `${UNITS}/0/key`, '[]', undefined]],
    [{ unit: 'flag', path: [], key: '-x', name: 'X' }, [INVALID, `${UNITS}/0/name`, '[]', '-x']],
    [{ unit: 'arg', path: [], key: '-x' }, [INVALID, `${UNITS}/0/name`, '[]', undefined]],
    [{ unit: 'arg', path: [], key: '-x', name: 'X' }, [INVALID, `${UNITS}/0/key`, '[]', 'X']],
    [{ unit: 'option', path: ['a'] }, [INVALID, `${UNITS}/0/unit`, 'a', undefined]],
  ])('%j', (unit, expected) => expect(found({ ...unit, note: 'why' })).toEqual([expected]));

  it('takes null for absent', () => {
    expect(found({ unit: 'command', path: ['a'], key: null, name: null, note: 'why' })).toEqual([]);
  });

  it('names an entry without note by key, name or kind', () => {
    const note = '';
    expect(found({ unit: 'arg', path: [], name: 'X', note }, { unit: 'command', path: ['a'], note })).toEqual(
      [
        ['PARITY_EXCLUSIONS_NOTE_MISSING', `${UNITS}/0/note`, '[]', 'X'],
        ['PARITY_EXCLUSIONS_NOTE_MISSING', `${UNITS}/1/note`, 'a', 'command'],
      ],
    );
  });

  it('counts every further entry as a duplicate, and sorts by kind, path tokens and key', () => {
    const flag = { unit: 'flag', path: ['a'], key: '-x', note: 'why' };
    expect(found(flag, flag, flag).map(([code]) => code)).toEqual(
      Array(2).fill('PARITY_EXCLUSIONS_DUPLICATE'),
    );
    expect(found({ ...flag, path: ['a', 'b'] }, { ...flag, path: ['a b'] })).toEqual([]);
    expect(found({ ...flag, path: ['b'] }, flag).map(([code]) => code)).toEqual([
      'PARITY_EXCLUSIONS_NOT_SORTED',
    ]);
    expect(found({ ...flag, key: '\uff5e' }, { ...flag, key: '\u{10000}' })).toEqual([]);
  });

  it('leaves an entry without identity out of the order', () => {
    const last = { unit: 'zebra', path: ['z'], note: 'why' };
    expect(found(last, { unit: 'arg', path: [], name: 'X', note: 'why' }).map(([code]) => code)).toEqual([
      INVALID,
    ]);
  });

  it('excludes nothing when the list is of another version', () => {
    const view = sampleRoot({
      'RULES.json': (rules) => Object.assign(rules.parity_exclusions, { schema_version: 3, units: [] }),
      'wrapper_coverage.json': (wrapper) => (wrapper.coverage[1].path = ['login']),
    });
    expect(violationsOf(view).map(({ code }) => code)).toEqual(['PARITY_EXCLUSIONS_SCHEMA_VERSION']);
  });
});
