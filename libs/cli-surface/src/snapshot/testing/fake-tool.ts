import type { ProcessRequest } from '@fixpoint/model';
import type { MemoryAnswer } from '@fixpoint/testkit';

/** A flag of a made-up tool, as its page prints it: `-m, --model <MODEL>`. */
export interface FakeFlag {
  readonly spec: string;
  readonly hidden?: true;
  /** Only there while this feature is enabled. */
  readonly feature?: string;
}

/** A command of a made-up tool. */
export interface FakeCommand {
  readonly about?: string;
  readonly flags?: readonly (string | FakeFlag)[];
  readonly args?: string;
  readonly commands?: Readonly<Record<string, FakeCommand>>;
  readonly aliases?: readonly string[];
  readonly hidden?: true;
  readonly feature?: string;
  /** Answers this instead of its page. */
  readonly answer?: MemoryAnswer;
}

/** A made-up tool that parses its arguments as clap does. */
export interface FakeTool extends FakeCommand {
  readonly name: string;
  readonly version: string;
  readonly features?: Readonly<Record<string, string>>;
  /** Features that it refuses to enable. */
  readonly unknownFeatures?: readonly string[];
  readonly hasCompletion?: boolean;
}

/** What a tool answers to its arguments. */
export function fakeTool(tool: FakeTool): (request: ProcessRequest) => MemoryAnswer {
  return ({ args }) => {
    const enabled = new Set(args.filter((_, index) => args[index - 1] === '--enable'));
    const refused = (tool.unknownFeatures ?? []).find((name) => enabled.has(name));
    if (refused !== undefined) return complain(`unknown feature '${refused}'`);
    const words = args.filter((word, index) => word !== '--enable' && args[index - 1] !== '--enable');
    const [first = ''] = words;
    if (first === '--version') return { stdout: `${tool.name} ${tool.version}\n` };
    if (words.join(' ') === 'features list' && tool.features) return { stdout: featureList(tool.features) };
    if (words.join(' ') === 'completion bash' && tool.hasCompletion)
      return { stdout: completionScript(tool) };
    return walk({ tool, enabled, words });
  };
}

interface Walk {
  readonly tool: FakeTool;
  readonly enabled: ReadonlySet<string>;
  readonly words: readonly string[];
}

function walk({ tool, enabled, words }: Walk): MemoryAnswer {
  let command: FakeCommand = tool;
  const path: string[] = [];
  for (const word of words) {
    if (word === '--help') return command.answer ?? { stdout: page(tool, { command, path, enabled }) };
    const [name, child] = findChild(command, word) ?? [];
    if (child !== undefined && isThere(child, enabled)) {
      command = child;
      path.push(name as string);
      continue;
    }
    const complaint = word.startsWith('-') ? complaintOf(command, word) : undefined;
    if (complaint !== undefined) return complain(complaint);
  }
  return { stdout: 'THE TOOL WAS STARTED\n' };
}

function findChild(command: FakeCommand, word: string): readonly [string, FakeCommand] | undefined {
  return Object.entries(command.commands ?? {}).find(
    ([name, { aliases = [] }]) => name === word || aliases.includes(word),
  );
}

function isThere({ feature }: { readonly feature?: string }, enabled: ReadonlySet<string>): boolean {
  return feature === undefined || enabled.has(feature);
}

function complaintOf(command: FakeCommand, word: string): string | undefined {
  const [name = '', value] = word.split('=');
  const flag = flagsOf(command).find(({ spec }) => names(spec).includes(name));
  if (flag === undefined) return `unexpected argument '${name}' found`;
  const takesValue = flag.spec.includes('<');
  if (takesValue && value === undefined)
    return `a value is required for '${flag.spec}' but none was supplied`;
  if (takesValue) return `invalid value '${value}' for '${flag.spec}'`;
  return value === undefined
    ? undefined
    : `unexpected value '${value}' for '${name}' found; no more were expected`;
}

function complain(text: string): MemoryAnswer {
  return { exitCode: 2, stderr: `error: ${text}\n\nFor more information, try '--help'.\n` };
}

function flagsOf({ flags = [] }: FakeCommand): FakeFlag[] {
  return flags.map((flag) => (typeof flag === 'string' ? { spec: flag } : flag));
}

function names(spec: string): string[] {
  return spec.split(/[\s,]+/).filter((word) => word.startsWith('-'));
}

interface Page {
  readonly command: FakeCommand;
  readonly path: readonly string[];
  readonly enabled: ReadonlySet<string>;
}

function page(tool: FakeTool, { command, path, enabled }: Page): string {
  const shown = Object.entries(command.commands ?? {}).filter(
    ([, child]) => !child.hidden && isThere(child, enabled),
  );
  const commands = shown.map(([name, { about = `Do ${name}`, aliases = [] }]) => {
    const note = aliases.length === 0 ? '' : ` [aliases: ${aliases.join(', ')}]`;
    return `  ${name.padEnd(12)}  ${about}${note}`;
  });
  const flags = flagsOf(command).filter((flag) => !flag.hidden && isThere(flag, enabled));
  const help = '  help          Print this message or the help of the given subcommand(s)';
  return [
    command.about ?? `Do ${path.at(-1) ?? tool.name}`,
    '',
    `Usage: ${[tool.name, ...path].join(' ')} [OPTIONS]${command.args ? ` ${command.args}` : ''}${commands.length > 0 ? ' <COMMAND>' : ''}`,
    ...(commands.length > 0 ? ['', 'Commands:', ...commands, help] : []),
    '',
    'Options:',
    ...flags.map(
      ({ spec }) => `  ${spec.startsWith('--') ? `    ${spec}` : spec}`.padEnd(30) + '  Some option',
    ),
    '  -h, --help                    Print help',
    '',
  ].join('\n');
}

function featureList(features: Readonly<Record<string, string>>): string {
  return Object.entries(features)
    .map(([name, stage]) => `${name.padEnd(24)}  ${stage.padEnd(20)}  false\n`)
    .join('');
}

// The shape of what clap_complete 4 prints for bash, with its parts that say something.
function completionScript(tool: FakeTool): string {
  const transitions: string[] = [];
  const states: string[] = [];
  const visit = (command: FakeCommand, state: string) => {
    const children = Object.entries(command.commands ?? {});
    for (const [name, child] of children) {
      const next = `${state}__${name.replaceAll('-', '__')}`;
      for (const word of [name, ...(child.aliases ?? [])]) {
        transitions.push(
          `            ${state},${word})`,
          `                cmd="${next}"`,
          '                ;;',
        );
      }
      visit(child, next);
    }
    const words = [
      ...flagsOf(command).flatMap(({ spec }) => names(spec)),
      '-h',
      '--help',
      ...children.map(([name]) => name),
    ];
    states.push(
      `        ${state})`,
      `            opts="${words.join(' ')}"`,
      '            case "${prev}" in',
    );
    for (const name of flagsOf(command).flatMap(({ spec }) => (spec.includes('<') ? names(spec) : []))) {
      states.push(
        `                ${name})`,
        '                    COMPREPLY=($(compgen -f "${cur}"))',
        '                    ;;',
      );
    }
    states.push('            esac', '            ;;');
  };
  visit(tool, tool.name);
  return [
    `_${tool.name}() {`,
    '        case "${cmd},${i}" in',
    '            ",$1")',
    `                cmd="${tool.name}"`,
    '                ;;',
    ...transitions,
    '        esac',
    '    case "${cmd}" in',
    ...states,
    '    esac',
    '}',
    '',
  ].join('\n');
}
