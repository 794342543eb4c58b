import type { Manifest, WrapperCommand } from '@fixpoint/surface-formats';
import { LINUX, MACOS, manifestOf } from '../test-support/manifest';
import { deriveReports } from '../test-support/report';
import { inputsOf, unionOf, type CommandSketch } from '../test-support/union';

function queueOf(
  commands: Readonly<Record<string, CommandSketch>>,
  coverage: readonly WrapperCommand[] = [],
  {
    manifest = manifestOf(),
    inputs = inputsOf([LINUX, MACOS]),
  }: { manifest?: Manifest; inputs?: ReturnType<typeof inputsOf> } = {},
): string {
  const { artifacts } = deriveReports(unionOf(commands, { inputs }), coverage, manifest);
  return artifacts.find(({ path }) => path.endsWith('work-queue.md'))?.text ?? '';
}

/** The lines of the entry of one unit. */
function entryOf(queue: string, unit: string): string[] {
  const lines = queue.split('\n');
  const start = lines.indexOf(`- [ ] \`${unit}\``);
  const length = lines.slice(start + 1).findIndex((line) => !line.startsWith('  - '));
  return start === -1 ? [] : lines.slice(start + 1, start + 1 + length).map((line) => line.slice(4));
}

describe('renderWorkQueue', () => {
  it('tells everything about a flag that the surface knows', () => {
    const queue = queueOf({
      '': { usage: 'tool [OPTIONS]' },
      run: {
        about: 'Runs it.\n\nOver two paragraphs.',
        usage: 'tool run [OPTIONS]',
        flags: [
          {
            key: '--color',
            long: '--color',
            short: '-c',
            takes_value: true,
            value_name: 'WHEN',
            value_optional: true,
            value_attached: true,
            repeatable: true,
            aliases: ['--colour'],
            required: true,
            default: 'auto',
            choices: ['auto', 'never'],
            env: 'TOOL_COLOR',
            description: 'When to colour.\n\nPossible values:\n- auto',
          },
        ],
      },
    });
    expect(entryOf(queue, 'tool run -c, --color[=<WHEN>]...')).toEqual([
      'When to colour.',
      'also written `--colour`',
      'required',
      'default `auto`',
      'choices `auto`, `never`',
      'environment `TOOL_COLOR`',
      `targets: all (\`${LINUX}\`, \`${MACOS}\`)`,
      'once covered, add to `flags` of `["run"]`: `{"key":"--color","level":"explicit"}`',
    ]);
    expect(queue).toContain(
      '## `tool run`\n\nRuns it.\n\nOver two paragraphs.\n\n```text\ntool run [OPTIONS]\n```\n',
    );
  });

  it('scopes an entry to the targets on which there is something to do', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'explicit', scope: { platforms: ['linux'] } },
      { path: ['b'], level: 'unsupported', note: 'see *there*' },
    ];
    const queue = queueOf({ a: {}, b: {}, c: { available_on: [LINUX] } }, coverage);
    expect(entryOf(queue, 'tool-cli a')).toEqual([
      `targets: \`${MACOS}\``,
      `once covered, add to \`coverage\`: \`{"path":["a"],"level":"explicit","scope":{"target_triples":["${MACOS}"]}}\``,
    ]);
    expect(entryOf(queue, 'tool-cli b')).toEqual([
      'declared `unsupported`: see \\*there\\*',
      `targets: all (\`${LINUX}\`, \`${MACOS}\`)`,
      'once covered, replace its entry in `coverage`: `{"path":["b"],"level":"explicit"}`',
    ]);
    expect(entryOf(queue, 'tool-cli c').at(-1)).toContain(`"target_triples":["${LINUX}"]`);
  });

  it('counts every unit once in the summary', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'explicit', flags: [{ key: '--x', level: 'passthrough', note: 'n' }] },
      { path: ['b'], level: 'intentionally_unsupported', note: 'n' },
      { path: ['hid'], level: 'explicit' },
      { path: ['gone'], level: 'unsupported' },
    ];
    const exclusions = [{ unit: 'arg', path: ['a'], name: 'A', note: 'n' }] as const;
    const queue = queueOf(
      { a: { flags: ['--x', '--y'], args: ['A'] }, b: {}, c: {}, hid: { hidden: true } },
      coverage,
      { manifest: manifestOf({ exclusions }) },
    );
    const rows = queue.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toEqual([
      '|  | upstream | covered | missing | unsupported | waived | excluded | only in wrapper | covered but hidden |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| commands | 3 | 1 | 1 | 0 | 1 | 0 | 1 | 1 |',
      '| flags | 2 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |',
      '| arguments | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 |',
      '| total | 6 | 2 | 2 | 0 | 1 | 1 | 1 | 1 |',
    ]);
  });

  it('says so when there is nothing to do', () => {
    const queue = queueOf({ a: {} }, [{ path: ['a'], level: 'explicit' }], { inputs: inputsOf([LINUX]) });
    expect(queue).toContain(`Everything that upstream shows on \`${LINUX}\` is covered, waived or excluded.`);
    expect(queue).not.toContain('- [ ]');
  });

  it('keeps the words of the tool from becoming markup', () => {
    const queue = queueOf({
      a: {
        about: '<script>alert(1)</script> @team #1',
        usage: 'tool ```\n# a',
        flags: [{ key: '--x', description: '| cell |\n- [ ] task' }],
        args: [{ name: 'A`B', required: true, variadic: true, note: '# no heading' }],
      },
    });
    expect(queue).toContain('\\<script>alert(1)\\</script> @<!-- -->team #<!-- -->1');
    expect(queue).toContain('````text\ntool ```\n# a\n````');
    expect(queue).toContain('  - \\| cell \\| - \\[ \\] task\n');
    expect(queue).toContain('- [ ] ``tool-cli a <A`B>...``\n  - \\# no heading\n');
    expect(queue.endsWith('\n') && !queue.endsWith('\n\n')).toBe(true);
  });

  it('names the tool by its own configuration when no usage line does', () => {
    const { manifest } = { manifest: manifestOf({ tool: { name: 'named' } as Manifest['tool'] }) };
    expect(queueOf({ a: {} }, [], { manifest })).toContain('# Work queue: named 1.0.0\n');
  });
});
