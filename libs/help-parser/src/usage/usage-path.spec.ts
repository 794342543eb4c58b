import { readForm, usagePath } from './usage-path';

const path = (forms: string[], asked: string[] = [], program?: string): string[] =>
  usagePath(
    forms.map((form) => readForm(form, { path: asked, ...(program !== undefined && { program }) })),
    asked,
  );

describe('the path of usage lines', () => {
  it.each([
    [['tool exec resume [OPTIONS] [ID]'], ['exec', 'resume']],
    [['tool [OPTIONS] [PROMPT]', 'tool [OPTIONS] <COMMAND> [ARGS]'], []],
    [['tool[EXE] toolchain <COMMAND>'], ['toolchain']],
    [['tool copy SOURCE DEST'], ['copy']],
    [['tool x <NAME>'], ['x']],
    [['tool'], []],
    [['tool stash list', 'tool stash show'], ['stash']],
    [['command | tool [OPTIONS]'], []],
  ])('%j is %j', (forms, expected) => {
    expect(path(forms)).toEqual(expected);
  });

  it('goes by the path that was asked for', () => {
    expect(path(['tool plugin|plugins [options]'], ['plugins'])).toEqual(['plugins']);
    expect(path(['tool plugin|plugins [options]'], ['plugin'])).toEqual(['plugin']);
    expect(path(['tool GET <URL>'], ['GET'])).toEqual(['GET']);
    expect(path(['tool notes [--ref <ref>] [list [<object>]]'], ['notes', 'list'])).toEqual([
      'notes',
      'list',
    ]);
    expect(path(['tool notes [list [<object>]]'], ['notes', 'list'])).toEqual(['notes', 'list']);
    expect(path(['tool <DIR> add [OPTIONS]'], ['add'])).toEqual(['add']);
    expect(path(['tool --token <TOKEN> sub [OPTIONS]'], ['sub'])).toEqual(['sub']);
    expect(path(['tool [OPTIONS] <COMMAND>'], ['sub'])).toEqual([]);
    expect(path(['tool list', 'tool show', 'tool show all'], ['show'])).toEqual(['show']);
  });

  it('knows programs of several words and forms without the program', () => {
    expect(path(['npx tool run [X]'], ['run'], 'npx tool')).toEqual(['run']);
    expect(path(['start [options] [name]'], ['start'])).toEqual(['start']);
    expect(path(['delete|del [options]'], ['del'])).toEqual(['del']);
    expect(path(['test test [options]'], ['test'])).toEqual(['test']);
    expect(path(['test [options]'], ['test'], 'test')).toEqual([]);
  });

  it('leaves what follows the path', () => {
    expect(readForm('tool <DIR> add [X] --y', { path: ['add'] })).toEqual({ path: ['add'], rest: '[X] --y' });
    expect(readForm('tool[EXE] [X]', { path: [] })).toEqual({ path: [], rest: '[X]' });
  });
});
