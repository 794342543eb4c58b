import { inferReferenceArgs } from './infer-reference-args';
import { referenceForm } from './reference-forms';

const infer = (
  helpForm: 'subcommand' | 'flag',
  usage: string,
  more: { path?: string[]; subs?: boolean } = {},
) =>
  inferReferenceArgs(
    { usage, path: more.path ?? [], hasSubcommands: more.subs ?? false },
    referenceForm(helpForm, 'tool'),
  ).map(({ name, required, variadic }) => `${required ? '<' : '['}${name}${variadic ? '...' : ''}`);

describe('usage lines with groups', () => {
  const grouped = (usage: string, more?: { path?: string[]; subs?: boolean }) =>
    infer('subcommand', usage, more);

  it('give bracketed words, noted as inferred', () => {
    const args = inferReferenceArgs(
      { usage: 'tool [OPTIONS] <A> [B]...', path: [], hasSubcommands: false },
      referenceForm('subcommand', 'tool'),
    );
    expect(args).toEqual([
      { name: 'A', required: true, variadic: false, note: 'inferred from usage' },
      { name: 'B', required: false, variadic: true, note: 'inferred from usage' },
    ]);
    expect(Object.keys(args[0] ?? {})).toEqual(['name', 'required', 'variadic', 'note']);
  });

  it('count only when they name the path, with or without the program', () => {
    const path = ['exec', 'resume'];
    expect(
      grouped('tool exec resume <A>\nexec resume <B>\nexec <C>\nother exec resume <D>', { path }),
    ).toEqual(['<A', '<B']);
    expect(grouped('tool tool <A>')).toEqual(['<A']);
  });

  it('skip flags and the word after each, until a bare --', () => {
    expect(grouped('tool --out <DIR> <A> -x [B] [C]')).toEqual(['<A', '[C']);
    expect(grouped('tool <A|--url <URL>> <B>')).toEqual(['<B']);
    expect(grouped('tool --url -- <A> --x <B>')).toEqual(['<A', '<B']);
    expect(grouped('tool <NAME> (--url <URL> | -- <COMMAND>...)')).toEqual(['<NAME', '<COMMAND...']);
  });

  it('skip the options in any case, even after a flag, whose value it is not', () => {
    expect(grouped('tool [OPTIONS] [options] Options options... <A>')).toEqual(['<A']);
    expect(grouped('tool --x [OPTIONS] <A>')).toEqual(['<A']);
  });

  it('strip commas, an ellipsis and repeated brackets', () => {
    expect(grouped('tool ,<<A>>..., [[B]], <> [] C (<D>) <E>|')).toEqual(['<A...', '[B', '<D', '<E']);
  });

  it('leave the dispatch words out only where there are subcommands', () => {
    expect(grouped('tool <COMMAND> [ARGS] <command>', { subs: true })).toEqual(['<command']);
    expect(grouped('tool <COMMAND> [ARGS]')).toEqual(['<COMMAND', '[ARGS']);
  });

  it('keep the first occurrence of a name', () => {
    expect(grouped('tool [A] <A>...\ntool <A> [B]')).toEqual(['[A', '[B']);
  });
});

describe('plain usage lines', () => {
  const plain = (usage: string, more?: { path?: string[]; subs?: boolean }) => infer('flag', usage, more);

  it('give required words without a note', () => {
    expect(
      inferReferenceArgs(
        { usage: 'tool mcp add [options] <name>', path: ['mcp', 'add'], hasSubcommands: false },
        referenceForm('flag', 'tool'),
      ),
    ).toEqual([{ name: 'name', required: true, variadic: false }]);
  });

  it('lose optional ones, and keep bare words and flags', () => {
    expect(plain('tool [target] [args...] word --flag <a.b> <files...> <rest>...')).toEqual([
      '[word',
      '[--flag',
      '<files...',
    ]);
  });

  it('skip the fixed words, and dispatch words where there are subcommands', () => {
    const usage =
      'tool [options]x [OPTIONS] <command> [command] <prompt> [prompt] <subcommands...> <subcommand> [subcommand] <args>';
    expect(plain(usage)).toEqual(['<args']);
    expect(plain('tool Command args <a>', { subs: true })).toEqual(['<a']);
    expect(plain('tool Command args <a>')).toEqual(['[Command', '[args', '<a']);
  });

  it('repeat a name that repeats', () => {
    expect(plain('tool <a> <a>\ntool <a>')).toEqual(['<a', '<a', '<a']);
  });

  it('are ignored when they name another path', () => {
    expect(plain('tool plugin install|i <plugin>', { path: ['plugin', 'install'] })).toEqual([]);
  });
});
