import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden, expectGoldenDirectory } from './expect-golden';
import { tempDirectory } from './temp-directory';

describe('goldens', () => {
  const directory = tempDirectory();
  const golden = () => join(directory.path, 'goldens/a.json');
  const { CI, FIXPOINT_UPDATE_GOLDENS } = process.env;

  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  beforeEach(() => {
    set('CI', undefined);
    set('FIXPOINT_UPDATE_GOLDENS', undefined);
  });
  afterAll(() => {
    set('CI', CI);
    set('FIXPOINT_UPDATE_GOLDENS', FIXPOINT_UPDATE_GOLDENS);
  });

  it('pass when the whole text is equal', () => {
    directory.write('goldens/a.json', 'text\n');
    expect(() => expectGolden(golden(), 'text\n')).not.toThrow();
    expect(() => expectGolden(golden(), 'text')).toThrow(
      /a\.json differs; run the test with FIXPOINT_UPDATE_GOLDENS=1/,
    );
  });

  it('fail when they are missing', () => {
    expect(() => expectGolden(golden(), 'text')).toThrow(/a\.json is missing/);
    expect(existsSync(golden())).toBe(false);
  });

  it('are written by the switch only', () => {
    set('FIXPOINT_UPDATE_GOLDENS', '1');
    expectGolden(golden(), 'text');
    expect(directory.read('goldens/a.json')).toBe('text');
  });

  it('are not written in CI, nor compared while the switch is on', () => {
    directory.write('goldens/a.json', 'old');
    set('FIXPOINT_UPDATE_GOLDENS', '1');
    set('CI', 'true');
    expect(() => expectGolden(golden(), 'new')).toThrow('goldens are not updated in CI');
    expect(() => expectGoldenDirectory(join(directory.path, 'goldens'), [])).toThrow(
      'goldens are not updated in CI',
    );
    expect(directory.read('goldens/a.json')).toBe('old');
  });

  it('of a directory fail for a file too many or too few', () => {
    directory.write('goldens/a.json', 'a');
    directory.write('goldens/sub/b.json', 'b');
    const [a, b] = [
      { path: 'a.json', text: 'a' },
      { path: 'sub/b.json', text: 'b' },
    ];
    const compare = (...artifacts: (typeof a)[]) =>
      expectGoldenDirectory(join(directory.path, 'goldens'), artifacts);
    expect(() => compare(a, b)).not.toThrow();
    expect(() => compare(a)).toThrow(/nothing gives sub\/b\.json/);
    expect(() => compare(a, b, { path: 'c.json', text: '' })).toThrow(/c\.json is missing/);
    set('FIXPOINT_UPDATE_GOLDENS', '1');
    compare(b, { path: 'c.json', text: 'c' });
    expect(directory.list()).toEqual(['goldens/c.json', 'goldens/sub/b.json']);
  });
});
