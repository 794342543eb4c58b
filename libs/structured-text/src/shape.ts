import { nearest } from './nearest';
import { toPointer } from './pointer';

/** A place where a value has not the shape it should have. */
export interface ShapeProblem {
  readonly kind: 'wrong-type' | 'missing-key' | 'unknown-key' | 'unknown-value';
  readonly pointer: string;
  readonly message: string;
  readonly expected: string;
  readonly actual?: string;
  /** What was probably meant by an unknown key or value. */
  readonly meant?: string;
}

/** Where a value stands (one path for the whole walk, longer inside and shorter again outside), and where problems go. */
export interface ShapeWalk {
  readonly at: (string | number)[];
  readonly problems: ShapeProblem[];
}

/** Looks at one value and adds what is wrong with it. */
export type Shape = (value: unknown, walk: ShapeWalk) => void;

/** Everything that is wrong with a value, in document order. */
export function shapeProblems(value: unknown, shape: Shape): ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  shape(value, { at: [], problems });
  return problems;
}

/** Any string. */
export const text: Shape = typeShape('a string', (value) => typeof value === 'string');

/** True or false. */
export const flag: Shape = typeShape('true or false', (value) => typeof value === 'boolean');

/** A whole number. */
export const count: Shape = typeShape('a whole number', (value) => Number.isSafeInteger(value));

/** Exactly one value. */
export function literal(expected: string | number): Shape {
  return typeShape(JSON.stringify(expected), (value) => value === expected);
}

/** One of some words; a word that is not among them gets the nearest one as a suggestion. */
export function oneOf(words: readonly string[]): Shape {
  return (value, walk) => {
    if (typeof value !== 'string') return text(value, walk);
    if (words.includes(value)) return;
    const meant = nearest(value, words);
    walk.problems.push({
      kind: 'unknown-value',
      pointer: toPointer(walk.at),
      message: `unknown ${String(walk.at.at(-1))} "${value}"${suggestion(meant)}`,
      expected: meant ?? words.join(', '),
      actual: value,
      meant,
    });
  };
}

/** A value that may also be null, which means absent. */
export function nullable(shape: Shape): Shape {
  return (value, walk) => (value === null ? undefined : shape(value, walk));
}

/** A list whose items all have one shape. */
export function listOf(item: Shape, options: { readonly minimum?: number } = {}): Shape {
  const expected = options.minimum === undefined ? 'a list' : 'a list that is not empty';
  const isList = typeShape(
    expected,
    (value) => Array.isArray(value) && value.length >= (options.minimum ?? 0),
  );
  return (value, walk) => {
    isList(value, walk);
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index++) {
      walk.at.push(index);
      item(value[index], walk);
      walk.at.pop();
    }
  };
}

/** The keys of a record; a `closed` one refuses all others. */
export interface RecordFields {
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional?: Readonly<Record<string, Shape>>;
  readonly closed?: boolean;
}

/** An object with known keys. */
export function recordOf({ required, optional = {}, closed = false }: RecordFields): Shape {
  const known = [...Object.keys(required), ...Object.keys(optional)];
  const fields = [
    ...Object.entries(required).map(([key, shape]) => ({ key, shape, needed: true })),
    ...Object.entries(optional).map(([key, shape]) => ({ key, shape, needed: false })),
  ];
  return (value, walk) => {
    if (!isRecord(value)) return objectShape(value, walk);
    for (const { key, shape, needed } of fields) {
      const own = value[key];
      if (own === undefined) {
        if (needed) walk.problems.push(missingKey(key, walk));
        continue;
      }
      walk.at.push(key);
      shape(own, walk);
      walk.at.pop();
    }
    if (closed) reportUnknownKeys(value, known, walk);
  };
}

/** Whether a value is an object that is not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const objectShape = typeShape('an object', isRecord);

function typeShape(expected: string, accepts: (value: unknown) => boolean): Shape {
  return (value, walk) => {
    if (accepts(value)) return;
    const name = walk.at.length === 0 ? 'the document' : toPointer(walk.at);
    const actual = describe(value);
    walk.problems.push({
      kind: 'wrong-type',
      pointer: toPointer(walk.at),
      message: `${name} must be ${expected}, not ${actual}`,
      expected,
      actual,
    });
  };
}

function missingKey(key: string, walk: ShapeWalk): ShapeProblem {
  const place = walk.at.length === 0 ? 'the document' : toPointer(walk.at);
  return {
    kind: 'missing-key',
    pointer: toPointer(walk.at),
    message: `"${key}" is missing in ${place}`,
    expected: key,
  };
}

function reportUnknownKeys(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  walk: ShapeWalk,
): void {
  for (const key of Object.keys(record)) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    walk.problems.push({
      kind: 'unknown-key',
      pointer: toPointer([...walk.at, key]),
      message: `unknown key "${key}"${suggestion(meant)}`,
      expected: meant ?? known.join(', '),
      actual: key,
      meant,
    });
  }
}

function suggestion(meant: string | undefined): string {
  return meant === undefined ? '' : `: did you mean "${meant}"?`;
}

function describe(value: unknown): string {
  const written = JSON.stringify(value) ?? 'undefined';
  return written.length <= 60 ? written : `${written.slice(0, 57)}...`;
}
