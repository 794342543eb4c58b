import { parseClapBashCompletion } from '..';
import type { CompletionCommand } from '../page';

const script = (transitions: readonly string[], states: readonly string[]): string => `_demo() {
    local i cur prev opts cmd
    opts=""
    for i in "\${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "\${cmd},\${i}" in
            ",$1")
                cmd="demo"
                ;;
${transitions.map((arm) => `            ${arm.replace(' ', ')\n                cmd="')}"\n                ;;`).join('\n')}
            *)
                ;;
        esac
    done

    case "\${cmd}" in
${states.join('\n')}
    esac
}
complete -F _demo demo
`;
const state = (name: string, words: string, values: readonly string[] = []): string => `        ${name})
            opts="${words}"
            case "\${prev}" in
${values.map((flag) => `                ${flag})\n                    COMPREPLY=($(compgen -f "\${cur}"))\n                    return 0\n                    ;;`).join('\n')}
                *)
                    COMPREPLY=()
                    ;;
            esac
            ;;`;
const read = (text: string): readonly CompletionCommand[] => {
  const surface = parseClapBashCompletion(text);
  return surface.ok ? surface.value.commands : [];
};

describe('parseClapBashCompletion', () => {
  it('tells flags, values, placeholders and subcommands apart', () => {
    const text = script(
      ['demo,run demo__run', 'demo,r demo__run'],
      [
        state('demo', '-c -h --config --help <FILE> [DIR]... run r fast slow', ['--config', '-c']),
        state('demo__run', '-q --quiet --quiet'),
      ],
    );
    expect(read(text)).toEqual([
      {
        path: [],
        flags: ['-c', '-h', '--config', '--help'],
        valueFlags: ['-c', '--config'],
        subcommands: ['run'],
      },
      { path: ['run'], flags: ['-q', '--quiet'], valueFlags: [], subcommands: [] },
    ]);
  });

  it('takes the command\u2019s own name where aliases lead to the same state, in any order', () => {
    const states = [state('demo', ''), state('demo__fast__run', '-x')];
    const paths = (...arms: string[]): unknown => read(script(arms, states)).map((command) => command.path);
    expect(paths('demo,fast-run demo__fast__run', 'demo,a demo__fast__run')).toEqual([[], ['fast-run']]);
    expect(paths('demo,a demo__fast__run', 'demo,fast-run demo__fast__run')).toEqual([[], ['fast-run']]);
  });

  it('finds states that the two parts of the script spell differently', () => {
    const text = script(
      [
        'demo,sub-one demo__subcmd__sub__one',
        'demo__subcmd__sub__one,two demo__subcmd__sub__one__subcmd__two',
      ],
      [
        state('demo', '--top'),
        state('demo__subcmd__sub__subcmd__one', '--one'),
        state('demo__subcmd__sub__subcmd__one__subcmd__two', '--two'),
      ],
    );
    expect(read(text).map(({ path, flags }) => [path.join(' '), ...flags])).toEqual([
      ['', '--top'],
      ['sub-one', '--one'],
      ['sub-one two', '--two'],
    ]);
  });

  it('gives both paths when two commands share a state', () => {
    const text = script(
      ['demo,a demo__a', 'demo,a-b demo__a__b', 'demo__a,b demo__a__b'],
      [state('demo', ''), state('demo__a', ''), state('demo__a__b', '--x')],
    );
    expect(read(text).map(({ path, flags }) => [path.join(' '), ...flags])).toEqual([
      [''],
      ['a'],
      ['a b', '--x'],
      ['a-b', '--x'],
    ]);
  });

  it('ends on states that lead in a circle or only on', () => {
    expect(read(script(['demo,a demo__a', 'demo__a,b demo'], [state('demo', '')]))).toHaveLength(3);
    const chain = Array.from({ length: 100 }, (_, index) => `s${index},x s${index + 1}`);
    expect(read(script(['demo,x s0', ...chain], [state('demo', '')]))).toHaveLength(33);
  });

  it('reads words parted by an escaped line end', () => {
    expect(read(script([], [state('demo', '-a --all\\n-b')]))[0]?.flags).toEqual(['-a', '--all', '-b']);
  });

  it.each([
    ['nothing', ''],
    ['help', 'Usage: demo\n'],
    ['another generator', '_demo() {\n  case "$1" in\n    run) opts="--x" ;;\n  esac\n}\n'],
    ['clap 3', script([], [state('demo', '-a')]).replace('${cmd},${i}', '${i}')],
    ['no states', script(['demo,a demo__a'], [])],
    ['half a script', script([], [state('demo', '-a')]).slice(0, 200)],
  ])('fails with one finding on %s', (_, text) => {
    const surface = parseClapBashCompletion(text);
    expect(surface.ok).toBe(false);
    expect(surface.findings).toEqual([
      expect.objectContaining({ id: 'help-parser/completion-not-recognised' }),
    ]);
  });
});
