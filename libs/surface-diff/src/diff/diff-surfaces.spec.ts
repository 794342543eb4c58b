import { inputsOf, LINUX, MACOS, unionOf, WINDOWS } from '@fixpoint/testkit';
import { toSurface } from '../surface/to-surface';
import { diffOf, surfaceOf, wordsOf, type Sketch } from '../testing/diff';
import { diffSurfaces } from './diff-surfaces';

const words = (before: Sketch, after: Sketch): string[] => wordsOf(diffOf(before, after));

describe('the three states', () => {
  const shown: Sketch = { exec: { usage: 'tool exec', flags: ['--full-auto'] } };
  const hidden: Sketch = {
    exec: { usage: 'tool exec', flags: [{ key: '--full-auto', hidden: true, seen_in: ['completion'] }] },
  };
  const gone: Sketch = { exec: { usage: 'tool exec' } };

  it.each([
    ['visible → hidden', shown, hidden, ['flag-hidden exec --full-auto']],
    ['hidden → removed', hidden, gone, ['hidden-flag-removed exec --full-auto']],
    ['visible → removed', shown, gone, ['flag-removed exec --full-auto']],
    ['hidden → visible', hidden, shown, ['flag-revealed exec --full-auto']],
    ['removed → hidden', gone, hidden, ['hidden-flag-added exec --full-auto']],
    ['removed → visible', gone, shown, ['flag-added exec --full-auto']],
  ])('%s', (_name, before, after, expected) => expect(words(before, after)).toEqual(expected));

  it('concludes nothing from what no page says of a hidden flag', () => {
    const before: Sketch = {
      exec: {
        usage: 'tool exec',
        flags: [
          { key: '--mode', short: '-m', takes_value: true, choices: ['a'], default: 'a', description: 'x' },
        ],
      },
    };
    const after: Sketch = {
      exec: {
        usage: 'tool exec',
        flags: [
          { key: '--mode', hidden: true },
          { key: '-m', hidden: true },
        ],
      },
    };
    expect(words(before, after)).toEqual(['flag-hidden exec --mode']);
    expect(words(after, before)).toEqual(['flag-revealed exec --mode']);
  });

  it('calls everything below a hidden command hidden, and says it of the command alone', () => {
    const tree = (fields: object): Sketch => ({
      debug: { usage: 'tool debug', flags: ['--all'], ...fields },
      'debug dump': { usage: 'tool debug dump' },
    });
    expect(words(tree({}), tree({ hidden: true }))).toEqual(['command-hidden debug']);
    expect(words(tree({ hidden: true }), {})).toEqual([
      'hidden-command-removed debug',
      'hidden-command-removed debug dump',
    ]);
  });
});

describe('flags of the root that commands repeat', () => {
  const tree = (flags: string[], folded: string[]): Sketch => ({
    '': { usage: 'tool', flags },
    a: { usage: 'tool a', folded_flags: folded },
    b: { usage: 'tool b', folded_flags: folded },
  });

  it('change once for all', () => {
    const [change, ...more] = diffOf(tree(['--all'], ['--all']), tree([], []));
    expect(more).toEqual([]);
    expect(change).toMatchObject({ rule: 'flag-removed', path: [], key: '--all', also_on: [['a'], ['b']] });
  });

  it('change for a command alone when only the command drops them', () => {
    expect(words(tree(['--all'], ['--all']), tree(['--all'], []))).toEqual([
      'flag-removed a --all',
      'flag-removed b --all',
    ]);
  });

  it('are the same flag when the command lists them with another meaning', () => {
    const own: Sketch = {
      ...tree(['--all'], []),
      a: { usage: 'tool a', flags: [{ key: '--all', takes_value: true }] },
    };
    expect(words(tree(['--all'], ['--all']), own)).toEqual([
      'flag-value-added a --all',
      'flag-removed b --all',
    ]);
  });

  it('may be there where a union of version 1 is silent', () => {
    const read = (sketch: Sketch) =>
      toSurface(unionOf(sketch), { targets: [LINUX], foldedFlags: 'unnamed' as const });
    const before = read({ '': { usage: 't' }, a: { usage: 't a', flags: ['--all'] } });
    const after = read({ '': { usage: 't', flags: ['--all'] }, a: { usage: 't a' } });
    const options = { sameTargets: true };
    expect(wordsOf(diffSurfaces(before, after, options))).toEqual(['flag-added --all']);
    expect(wordsOf(diffSurfaces(after, before, options))).toEqual(['flag-removed --all']);
  });
});

describe('names', () => {
  it('follows a command that is listed under its alias, and everything below it', () => {
    const before: Sketch = {
      plugin: { usage: 'tool plugin', aliases: ['plugins'] },
      'plugin add': { usage: 'tool plugin add', flags: ['--all'] },
    };
    const after: Sketch = {
      plugins: { usage: 'tool plugin', aliases: ['plugin'] },
      'plugins add': { usage: 'tool plugin add' },
    };
    expect(words(before, after)).toEqual([
      'command-primary-name-changed plugin plugin → plugins',
      'flag-removed plugin add --all',
    ]);
  });

  it('never hides a removal behind a guess [FP-DIFF-004]', () => {
    const before: Sketch = {
      run: { usage: 't', flags: [{ key: '--colour', description: 'When to colour' }] },
    };
    const after: Sketch = { run: { usage: 't', flags: [{ key: '--color', description: 'When to colour' }] } };
    const [guess, removed, added] = ['flag-rename-guessed', 'flag-removed', 'flag-added'].map((rule) =>
      diffOf(before, after).find((change) => change.rule === rule),
    );
    expect(removed).toMatchObject({ key: '--colour' });
    expect(added).toMatchObject({ key: '--color' });
    expect(guess).toMatchObject({
      key: '--colour',
      to: '--color',
      guess: { score: 0.92, reasons: ['similar name', 'similar description'] },
    });
  });

  it('guesses nothing between flags that have nothing in common', () => {
    const before: Sketch = {
      run: { usage: 't', flags: [{ key: '--colour', description: 'When to colour' }] },
    };
    const after: Sketch = { run: { usage: 't', flags: [{ key: '--verbose', description: 'Prints more' }] } };
    expect(words(before, after)).toEqual(['flag-removed run --colour', 'flag-added run --verbose']);
  });

  it('says where a short form went, which no error would tell', () => {
    const before: Sketch = { run: { usage: 't', flags: [{ key: '--profile', short: '-p' }] } };
    const after: Sketch = { run: { usage: 't', flags: ['--profile', { key: '--port', short: '-p' }] } };
    expect(words(before, after)).toEqual([
      'flag-added run --port',
      'flag-spelling-moved run --profile -p → --port',
    ]);
  });
});

describe('targets', () => {
  const union = unionOf({
    '': {
      usage: 'tool',
      flags: [{ key: '--all', takes_value: false, available_on: [LINUX, MACOS] }],
      conflicts: [
        {
          unit: 'command',
          path: [],
          field: 'about',
          values_by_target: { [LINUX]: 'For linux', [MACOS]: 'For mac', [WINDOWS]: null },
          help_context: 'Usage',
        },
        {
          unit: 'flag',
          path: [],
          key: '--all',
          field: 'takes_value',
          values_by_target: { [LINUX]: false, [MACOS]: true },
          help_context: 'Options',
        },
      ],
    },
    app: { usage: 'tool app', available_on: [MACOS] },
  });

  it('of one version can be compared with each other', () => {
    const changes = diffSurfaces(surfaceOf(union, [LINUX]), surfaceOf(union, [MACOS]), {
      sameTargets: false,
    });
    expect(wordsOf(changes)).toEqual([
      'command-about-changed For linux → For mac',
      'flag-value-added --all',
      'command-added app',
    ]);
  });

  it('that one side was not measured on count for nothing', () => {
    const after = { ...union, inputs: inputsOf([LINUX]) };
    expect(diffSurfaces(surfaceOf(union, [LINUX]), surfaceOf(after, [LINUX]), { sameTargets: true })).toEqual(
      [],
    );
  });
});
