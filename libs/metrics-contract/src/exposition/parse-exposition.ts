import type { Position } from '@fixpoint/model';
import { ownLabel, type Family, type FamilyType } from './family';
import { isNumber, LineProblem, parseSample } from './parse-sample';

/** An exposition text: its families, and lines that cannot be read. */
export interface Exposition {
  readonly file: string;
  /** In the order in which they begin; those without samples are none. */
  readonly families: readonly Family[];
  readonly problems: readonly { readonly message: string; readonly position: Position }[];
}

const TYPES: readonly string[] = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];

/** Reads the Prometheus text format 0.0.4, as promtool 2.42 accepts it; unlike promtool it goes on after a line that is wrong. */
export function parseExposition(file: string, text: string): Exposition {
  const families = new Map<string, Family>();
  const problems: { message: string; position: Position }[] = [];
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  lines.forEach((line, index) => {
    try {
      readLine(line, index + 1, families);
    } catch (error) {
      if (!(error instanceof LineProblem)) throw error;
      problems.push({ message: error.message, position: { line: index + 1, column: error.column } });
    }
  });
  if (last !== '') {
    const position = { line: lines.length + 1, column: last.length + 1 };
    problems.push({ message: 'the last line has no end', position });
  }
  return { file, families: [...families.values()].filter(({ samples }) => samples.length > 0), problems };
}

function readLine(line: string, number: number, families: Map<string, Family>): void {
  if (/^[ \t]*$/.test(line)) return;
  if (/^[ \t]*#/.test(line)) return readComment(line, number, families);
  const { name, labels } = parseSample(line);
  const family = familyOf(name, families, { line: number, column: 1 });
  const own = labels.find(([label]) => label === ownLabel(family));
  if (own !== undefined && !isNumber(own[1]))
    throw new LineProblem(
      `${JSON.stringify(own[1])} is no number, and "${own[0]}" of a ${family.type} is one`,
      line.indexOf('{') + 1,
    );
  family.samples.push({ name, labels, position: { line: number, column: 1 } });
}

function readComment(line: string, number: number, families: Map<string, Family>): void {
  const [, opening = '', keyword, rest = ''] = /^([ \t]*#[ \t]*)(HELP|TYPE)(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (keyword === undefined) return;
  const column = opening.length + 1;
  const [, name = '', said = ''] = /^(\S*)[ \t]*(.*)$/.exec(rest) ?? [];
  if (!/^[A-Za-z_:][\w:]*$/.test(name))
    throw new LineProblem(`${keyword} is followed by the name of a metric`, column);
  const family = familyOf(name, families, { line: number, column: 1 });
  if (keyword === 'HELP') readHelp(family, said, column);
  else readType(family, said, column);
}

function readHelp(family: Family, said: string, column: number): void {
  if (family.help !== undefined) throw new LineProblem(`${family.name} has a second help text`, column);
  if (said !== '') family.help = said;
}

function readType(family: Family, said: string, column: number): void {
  if (family.samples.length > 0 || typed.has(family))
    throw new LineProblem(`the type of ${family.name} is said twice, or after its samples`, column);
  const type = said.trim().toLowerCase();
  if (!TYPES.includes(type)) throw new LineProblem(`${JSON.stringify(said)} is no type of metrics`, column);
  family.type = type as FamilyType;
  typed.add(family);
}

/** Families of which a TYPE line has been read. */
const typed = new WeakSet<Family>();

/** The family that a sample belongs to: its own name, or that of a histogram or summary without the suffix. */
function familyOf(name: string, families: Map<string, Family>, position: Position): Family {
  const own = families.get(name);
  if (own !== undefined) return own;
  const [, stem = '', suffix] = /^(.*)_(bucket|sum|count)$/.exec(name) ?? [];
  const holder = suffix === undefined ? undefined : families.get(stem);
  if (holder?.type === 'histogram' || (holder?.type === 'summary' && suffix !== 'bucket')) return holder;
  const family: Family = { name, type: 'untyped', position, samples: [] };
  families.set(name, family);
  return family;
}
