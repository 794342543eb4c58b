import type { ProcessRequest } from '@fixpoint/model';
import type { MemoryAnswer } from '@fixpoint/testkit';

/** A flag of a made-up tool of cobra. */
export interface CobraFlag {
  readonly long: string;
  readonly short?: string;
  /** The name of its value. */
  readonly value?: string;
  readonly required?: true;
  /** Accepted by all commands below as well. */
  readonly persistent?: true;
  /** Not on the page, though completed. */
  readonly unlisted?: true;
}

/** A command of a made-up tool of cobra. */
export interface CobraCommand {
  readonly flags?: readonly CobraFlag[];
  readonly commands?: Readonly<Record<string, CobraCommand>>;
  readonly unlisted?: true;
  /** Values of its argument, which completion offers in the place of commands. */
  readonly values?: readonly string[];
}

/** A program that answers `--help` and `__complete` as programs of cobra do. */
export function cobraTool(root: CobraCommand): (request: ProcessRequest) => MemoryAnswer {
  return ({ args }) => {
    if (args[0] === '--version') return { stdout: 'demo version 1.0.0\n' };
    if (args[0] === '__complete') return complete(root, args.slice(1));
    const words = args.filter((word) => word !== '--help');
    const found = walk(root, words);
    return args.at(-1) === '--help' ? { stdout: page(found) } : { stdout: 'THE TOOL WAS STARTED\n' };
  };
}

interface Found {
  readonly command: CobraCommand;
  readonly path: readonly string[];
  readonly inherited: readonly CobraFlag[];
}

function walk(root: CobraCommand, words: readonly string[]): Found {
  let found: Found = { command: root, path: [], inherited: [] };
  for (const word of words) {
    const child = found.command.commands?.[word];
    if (child === undefined) break;
    const persistent = (found.command.flags ?? []).filter((flag) => flag.persistent);
    found = { command: child, path: [...found.path, word], inherited: [...found.inherited, ...persistent] };
  }
  return found;
}

function complete(root: CobraCommand, words: readonly string[]): MemoryAnswer {
  const last = words.at(-1) ?? '';
  const { command, inherited } = walk(root, words);
  const given = new Set(words.map((word) => word.split('=')[0]));
  if (last !== '') return answer(flagOffers([...inherited, ...(command.flags ?? [])], given));
  const names = [...Object.keys(command.commands ?? {}), ...(command.values ?? [])];
  return answer(names.map((name) => `${name}\tDo ${name}`));
}

function flagOffers(flags: readonly CobraFlag[], given: ReadonlySet<string | undefined>): string[] {
  const open = flags.filter(({ long }) => !given.has(long));
  const required = open.filter((flag) => flag.required);
  const offered = required.length > 0 ? required : [...open, { long: '--help', short: '-h' }];
  return offered.flatMap(({ long, short }) =>
    [long, short].flatMap((name) => (name ? [`${name}\tSet ${long}`] : [])),
  );
}

function answer(offers: readonly string[]): MemoryAnswer {
  return {
    stdout: [...offers, ':4', ''].join('\n'),
    stderr: 'Completion ended with directive: ShellCompDirectiveNoFileComp\n',
  };
}

function page({ command, path }: Found): string {
  const commands = Object.entries(command.commands ?? {}).filter(([, child]) => !child.unlisted);
  const flags = (command.flags ?? []).filter((flag) => !flag.unlisted);
  return [
    'Does things',
    '',
    'Usage:',
    `  ${['demo', ...path].join(' ')} [flags]`,
    ...(commands.length > 0 ? [`  ${['demo', ...path].join(' ')} [command]`, '', 'Available Commands:'] : []),
    ...commands.map(([name]) => `  ${name.padEnd(12)}Do ${name}`),
    '',
    'Flags:',
    ...flags.map(
      ({ long, short, value }) =>
        `${`  ${short === undefined ? '   ' : `${short},`} ${long}${value ? ` ${value}` : ''}`.padEnd(26)}Set ${long}`,
    ),
    `${'  -h, --help'.padEnd(26)}help for ${path.at(-1) ?? 'demo'}`,
    '',
  ].join('\n');
}
