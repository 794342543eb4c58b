import { compareCase } from './compare-case';

const TEXT = '{\n  "collected_at": "2020-01-01T00:00:00Z",\n  "inputs": [\n    "a"\n  ]\n}\n';
const expected = { files: { 'union.json': TEXT } };

const refused = (exitCode: number) => ({
  refusal: { exitCode, message: 'no snapshot [union/no-snapshots]' },
});

describe('a case is equal', () => {
  it('when every file is', () => {
    expect(compareCase(expected, { files: { 'union.json': TEXT } })).toBeUndefined();
  });

  it('when only the time of the run differs', () => {
    const text = TEXT.replace('2020', '2021');
    expect(compareCase(expected, { files: { 'union.json': text } })).toBeUndefined();
  });

  it('when it has to fail and fails with that exit code', () => {
    expect(compareCase({ files: {}, refusal: 1 }, refused(1))).toBeUndefined();
  });
});

describe('a case differs', () => {
  it('in the first line that does', () => {
    expect(compareCase(expected, { files: { 'union.json': TEXT.replace('"a"', '"b"') } })).toEqual({
      place: 'union.json:4',
      expected: '    "a"',
      actual: '    "b"',
    });
  });

  it('in a time below the top level, which was measured', () => {
    const nested = (year: number) => `{\n  "a": {\n    "collected_at": "${year}"\n  }\n}\n`;
    const difference = compareCase({ files: { a: nested(2020) } }, { files: { a: nested(2021) } });
    expect(difference?.place).toBe('a:3');
  });

  it('in a line that one of the texts has not', () => {
    expect(compareCase(expected, { files: { 'union.json': `${TEXT}\n` } })).toEqual({
      place: 'union.json:8',
      expected: '(nothing)',
      actual: '',
    });
    expect(compareCase(expected, { files: { 'union.json': TEXT.trimEnd() } })?.place).toBe('union.json:7');
  });

  it('in a file too many or too few', () => {
    expect(compareCase(expected, { files: {} })).toMatchObject({ place: 'union.json', actual: '(nothing)' });
    const files = { ...expected.files, 'more.json': '' };
    expect(compareCase(expected, { files })).toMatchObject({ place: 'more.json', expected: '(nothing)' });
  });

  it('when it fails and should not, or the other way round, or with another exit code', () => {
    expect(compareCase(expected, refused(1))).toEqual({
      place: '(run)',
      expected: 'union.json',
      actual: 'exit code 1: no snapshot [union/no-snapshots]',
    });
    expect(compareCase({ files: {}, refusal: 1 }, { files: {} })).toMatchObject({ actual: 'exit code 0' });
    expect(compareCase({ files: {}, refusal: 1 }, refused(2))).toMatchObject({ expected: 'exit code 1' });
  });

  it('when a file was to be written before it fails, and is not', () => {
    expect(compareCase({ ...expected, refusal: 1 }, refused(1))).toBeDefined();
  });
});
