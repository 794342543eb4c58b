/** What is wrong with a line, and at which column (1-based). */
export class LineProblem extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

/** A sample as its line has it. */
export interface SampleLine {
  readonly name: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
}

/** Numbers as Go reads them, without hexadecimal ones and "_". */
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?)|nan)$/i;

/** Whether a text is a number of the format. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * Reads `name{label="value",…} value [timestamp]`, the sample of the Prometheus text format 0.0.4.
 *
 * @throws {LineProblem}
 */
export function parseSample(line: string): SampleLine {
  const name = /^[ \t]*([A-Za-z_:][\w:]*)[ \t]*/.exec(line);
  if (name === null) throw new LineProblem('a line begins with the name of a metric', firstColumn(line));
  const labels: [string, string][] = [];
  let at = name[0].length;
  if (line[at] === '{') at = parseLabels(line, at + 1, labels);
  parseValue(line, at);
  return { name: name[1] as string, labels };
}

function parseLabels(line: string, start: number, labels: [string, string][]): number {
  let at = skipBlanks(line, start);
  while (line[at] !== '}') {
    const [whole, label] = /^([A-Za-z_]\w*)[ \t]*=[ \t]*"/.exec(line.slice(at)) ?? [];
    if (whole === undefined || label === undefined)
      throw new LineProblem('a label is written as name="value"', at + 1);
    if (labels.some(([other]) => other === label))
      throw new LineProblem(`the label "${label}" stands twice`, at + 1);
    const value = parseValueOfLabel(line, at + whole.length);
    labels.push([label, value.text]);
    at = skipBlanks(line, value.end);
    if (line[at] === ',') at = skipBlanks(line, at + 1);
    else if (line[at] !== '}')
      throw new LineProblem('labels are separated by commas and end with "}"', at + 1);
  }
  return skipBlanks(line, at + 1);
}

function parseValueOfLabel(line: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  for (let at = start; at < line.length; at += 1) {
    const unit = line[at] as string;
    if (unit === '"') return { text, end: at + 1 };
    if (unit !== '\\') {
      text += unit;
      continue;
    }
    const escaped = { '\\': '\\', '"': '"', n: '\n' }[line[at + 1] ?? ''];
    if (escaped === undefined) throw new LineProblem('only \\\\, \\" and \\n are escapes', at + 1);
    text += escaped;
    at += 1;
  }
  throw new LineProblem('the value of a label does not end', start);
}

function parseValue(line: string, at: number): void {
  const [value = '', timestamp, ...more] = line
    .slice(at)
    .split(/[ \t]+/)
    .filter((word) => word !== '');
  if (!isNumber(value))
    throw new LineProblem(`${value === '' ? 'nothing' : JSON.stringify(value)} is no value`, at + 1);
  if (timestamp !== undefined && !/^[+-]?\d+$/.test(timestamp))
    throw new LineProblem(`${JSON.stringify(timestamp)} is no timestamp`, line.indexOf(timestamp, at) + 1);
  if (more.length > 0)
    throw new LineProblem(
      'something stands behind the timestamp',
      line.lastIndexOf(more.at(-1) as string) + 1,
    );
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}

function firstColumn(line: string): number {
  return skipBlanks(line, 0) + 1;
}
