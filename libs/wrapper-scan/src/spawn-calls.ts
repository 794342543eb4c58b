import { argumentsOf } from './arguments';
import { propertyName } from './facts';
import { readTemplate } from './expressions';
import type { Frame } from './frame';
import { withLookedUpProgram } from './looked-up';
import type { CallArguments, Reader } from './reader';
import { splitCommands, splitWords } from './shell-words';
import { followSpawnFunctions } from './spawn-flow';
import type { SpawnFlow } from './spawn-flow';
import { shapeOf, SPAWN_NAMES } from './spawn-table';
import type { SpawnShape } from './spawn-table';
import { isCall, isMember, unwrap } from './syntax';
import type { Call, Node, NodeOf } from './syntax';
import { anyOf, element, EMPTY, sequenceOf, spread } from './sequence';
import { optionsOf, wholeText } from './value';
import type { Sequence, TextValue, Value } from './value';

/** A place where a program is started: what it is started with, under the assumptions of a frame. */
export interface SpawnCall {
  readonly at: Node;
  /** Command lines, the program first. */
  lines(frame: Frame): readonly Sequence[];
}

/** Finds the calls that start a program, in source order. */
export function findSpawnCalls(reader: Reader): SpawnCall[] {
  const { calls, templates } = reader.program.facts;
  const flow = followSpawnFunctions(reader);
  return [
    ...calls.filter(({ callee }) => isCandidate(callee, flow)).flatMap((call) => spawnCall(reader, call)),
    ...templates.filter(({ tag }) => isCandidate(tag, flow)).flatMap((at) => spawnTemplate(reader, at)),
  ];
}

/** Only what may start a program is asked what it is: reading every callee would cost more than it finds. */
function isCandidate(callee: Node, flow: SpawnFlow): boolean {
  const node = unwrap(callee);
  return SPAWN_NAME.test(lastName(node) ?? '') || ofPlatform(node) || flow.mayHold(node);
}

function ofPlatform(callee: Node): boolean {
  const object = isMember(callee) ? callee.object : callee;
  return object.type === 'Identifier' && (object.name === 'Bun' || object.name === 'Deno');
}

function spawnCall(reader: Reader, at: Call): SpawnCall[] {
  const callee = unwrap(at.callee);
  const name = lastName(callee);
  reader.restart();
  const shapes = shapesOf(reader.read(callee, reader.root));
  const found = shapes.length > 0 ? shapes : shapesByName(reader, at, name);
  return found.map((shape) => ({
    at,
    lines: (frame) =>
      LINES[shape](withLookedUpProgram(argumentsOf(reader, at.arguments, frame), at), at.arguments[1] ?? at),
  }));
}

const SPAWN_NAME = /spawn|^exec(File|a)/i;

function lastName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return isMember(callee) ? propertyName(callee) : undefined;
}

function shapesOf(callee: Value): SpawnShape[] {
  const shapes = optionsOf(callee).flatMap((option) => {
    return option.kind === 'external' ? (shapeOf(option.module, option.name) ?? []) : [];
  });
  return [...new Set(shapes)];
}

/** A function that cannot be seen (handed in by the user) is taken for what it is called, if its arguments fit. */
function shapesByName(reader: Reader, at: Call, name: string | undefined): SpawnShape[] {
  if (name === undefined || !SPAWN_NAME.test(name)) return [];
  const callee = optionsOf(reader.read(at.callee, reader.root));
  if (!callee.every(({ kind }) => kind === 'unknown' || kind === 'nothing')) return [];
  const given = argumentsOf(reader, at.arguments, reader.root);
  if (SPAWN_NAMES.has(name) && hasKind(given.argument(1), 'list')) return ['argv'];
  return /spawn/i.test(name) && optionsOf(given.argument(0)).some(isCommandRecord) ? ['record'] : [];
}

function hasKind(value: Value, kind: Value['kind']): boolean {
  return optionsOf(value).some((option) => option.kind === kind);
}

function isCommandRecord(value: Value): boolean {
  return (
    value.kind === 'record' &&
    fieldOf(value, COMMAND) !== undefined &&
    fieldOf(value, ARGUMENTS) !== undefined
  );
}

const COMMAND = ['command', 'cmd', 'file', 'executable'];
const ARGUMENTS = ['args', 'argv', 'arguments'];

function fieldOf(value: Value, names: readonly string[]): Value | undefined {
  if (value.kind !== 'record') return undefined;
  for (const name of names) {
    const field = value.fields.get(name);
    if (field) return field.read();
  }
  return undefined;
}

const LINES: Readonly<Record<SpawnShape, (given: CallArguments, at: Node) => readonly Sequence[]>> = {
  argv: (given, at) => [argvLine(given, at)],
  line: (given, at) => [sequenceOf([wordsOf(given.argument(0)), argumentsIn(given.argument(1), at)])],
  shell: (given) => optionsOf(given.argument(0)).flatMap(shellLines),
  vector: (given, at) =>
    optionsOf(given.argument(0)).map((option) => spread(fieldOf(option, COMMAND) ?? option, at)),
  record: (given, at) => optionsOf(given.argument(0)).map((option) => commandLine(option, option, at)),
  options: (given, at) =>
    optionsOf(given.argument(1)).map((option) => commandLine(given.argument(0), option, at)),
};

function argvLine(given: CallArguments, at: Node): Sequence {
  const command = given.argument(0);
  const options = [given.argument(1), given.argument(2)];
  const shell = options.some((option) =>
    optionsOf(option).some((each) => fieldOf(each, ['shell']) !== undefined),
  );
  return sequenceOf([shell ? wordsOf(command) : element(command), argumentsIn(given.argument(1), at)]);
}

/** The second argument may also be the options. */
function argumentsIn(value: Value, at: Node): Sequence {
  if (value.kind === 'choice') return anyOf(value.options.map((each) => argumentsIn(each, at)));
  return value.kind === 'record' || value.kind === 'function' ? EMPTY : spread(value, at);
}

function commandLine(command: Value, from: Value, at: Node): Sequence {
  const program = command === from ? fieldOf(from, COMMAND) : command;
  if (!program) return EMPTY;
  return sequenceOf([element(program), argumentsIn(fieldOf(from, ARGUMENTS) ?? { kind: 'nothing' }, at)]);
}

function wordsOf(command: Value): Sequence {
  const options = optionsOf(command).map((option) => {
    return option.kind === 'text' && wholeText(option) !== undefined ? splitWords(option) : element(option);
  });
  return anyOf(options);
}

function shellLines(line: Value): readonly Sequence[] {
  return line.kind === 'text' ? splitCommands(line) : [];
}

function spawnTemplate(reader: Reader, at: NodeOf<'TaggedTemplateExpression'>): SpawnCall[] {
  const tag = unwrap(at.tag);
  reader.restart();
  if (shapesOf(reader.read(isCall(tag) ? tag.callee : tag, reader.root)).length === 0) return [];
  return [{ at, lines: (frame) => optionsOf(readTemplate(reader, at.quasi, frame)).flatMap(templateLines) }];
}

/** A list in a template is several arguments, as the tags that start programs have it. */
function templateLines(line: Value): readonly Sequence[] {
  return line.kind === 'text' ? splitCommands(line as TextValue) : [];
}
