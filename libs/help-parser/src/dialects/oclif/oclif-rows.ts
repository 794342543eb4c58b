import { type AlignedRules, readAlignedRows } from '../../table/aligned-rows';
import { type FlagGrammar, readFlagSpec } from '../../table/flag-spec';
import type { Row } from '../../table/rows';
import type { Section } from '../../table/sections';
import type { Unit } from '../../table/unit-rows';
import { isBlank, type Line } from '../../text/line';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };
const SHORT_FORM_WIDTH = 4;
const FLAGS = /(?:^| )(?:FLAGS|OPTIONS)$/;
const COMMANDS = /^(?:TOPICS|COMMANDS)$/;
const ARGUMENT = /^\[?([^\s[\]<>|]+?)(\.\.\.)?\]?$/;
const COMMAND = /^[\p{L}\p{N}@_][^\s<>[\]|,]*(?: [\p{L}\p{N}@_][^\s<>[\]|,]*)*$/u;
const VALUE = /^<?([^<>]*?)>?(\.\.\.)?$/;

const ARGUMENT_ROWS: AlignedRules<Unit> = { read: readArgument };

/** Reads a section by its heading. Descriptions stand beside the rows, or below all of them when one is long. */
export function readOclifSection({ heading, lines }: Section, path: readonly string[]): Row<Unit>[] {
  if (FLAGS.test(heading)) return readAlignedRows(lines, flagRules(lines));
  if (heading === 'ARGUMENTS') return readAlignedRows(lines, ARGUMENT_ROWS);
  if (COMMANDS.test(heading)) return readAlignedRows(lines, { read: (left) => readCommand(left, path) });
  return [];
}

// Where descriptions stand below, a blank line comes between the rows and all of them are indented alike.
function flagRules(lines: readonly Line[]): AlignedRules<Unit> {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const isSpread = lines.slice(0, last + 1).some(isBlank);
  return { read: readFlag, ...(!isSpread && { shift: SHORT_FORM_WIDTH }) };
}

// `-f, --name=<value>`, `--name=a|b`, `--[no-]name`, `--name=<value>...`; the value is all that follows the `=`.
function readFlag(left: string): Unit | undefined {
  if (!left.startsWith('-')) return undefined;
  const equals = left.indexOf('=');
  const spec = readFlagSpec(equals < 0 ? left : left.slice(0, equals), GRAMMAR);
  if (spec === undefined || spec.rest !== '') return undefined;
  if (equals < 0) return { kind: 'flag', spec };
  const values = left
    .slice(equals + 1)
    .split(' ')
    .map((value) => VALUE.exec(value));
  return {
    kind: 'flag',
    spec: {
      ...spec,
      values: values.map((value) => value?.[1] ?? ''),
      repeatable: values.some((value) => value?.[2] !== undefined),
    },
  };
}

function readArgument(left: string): Unit | undefined {
  const match = ARGUMENT.exec(left);
  if (match === null) return undefined;
  const required = !left.startsWith('[');
  return { kind: 'args', args: [{ name: match[1] as string, required, variadic: match[2] !== undefined }] };
}

// Commands are listed with their whole ids, `app:create` or `app create`.
function readCommand(left: string, path: readonly string[]): Unit | undefined {
  if (!COMMAND.test(left)) return undefined;
  const parts = left.split(/[: ]/);
  const above = path.flatMap((token) => token.split(':'));
  const isBelow = parts.length > above.length && above.every((token, index) => parts[index] === token);
  return {
    kind: 'command',
    names: [isBelow && above.length > 0 ? parts.slice(above.length).join(':') : left],
  };
}
