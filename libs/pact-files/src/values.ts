import { isRecord, shapeProblems, text, type Shape } from '@fixpoint/structured-text';

type Values = Readonly<Record<string, readonly string[]>>;

/** Query or headers: an object of texts or lists of texts; a query of v2 is one text. */
export function valuesShape(kind: 'query' | 'headers'): Shape {
  return (value, walk) => {
    if (kind === 'query' && typeof value === 'string') return;
    const isFine = isRecord(value) && Object.values(value).every((entry) => valuesOf(entry) !== undefined);
    if (isFine) return;
    const [problem] = shapeProblems(value, text);
    walk.problems.push({
      kind: 'wrong-type',
      pointer: walk.at.map((key) => `/${key}`).join(''),
      message: `${kind} must be an object of texts or of lists of texts`,
      expected: 'an object of texts or of lists of texts',
      ...(problem?.actual !== undefined && { actual: problem.actual }),
    });
  };
}

/** Headers by name as written. */
export function headersOf(value: unknown): Values {
  return isRecord(value) ? mapOf(Object.entries(value)) : {};
}

/** The values of each query parameter, decoded. */
export function queryOf(value: unknown): Values {
  if (isRecord(value)) return mapOf(Object.entries(value));
  if (typeof value !== 'string') return {};
  const values = new Map<string, string[]>();
  for (const [name, entry] of new URLSearchParams(value))
    values.set(name, [...(values.get(name) ?? []), entry]);
  return Object.fromEntries(values);
}

function mapOf(entries: readonly (readonly [string, unknown])[]): Values {
  return Object.fromEntries(entries.map(([name, entry]) => [name, valuesOf(entry) ?? []]));
}

function valuesOf(entry: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
  const texts = list.map((item) => (item === null ? '' : item));
  return texts.every((item) => ['string', 'number', 'boolean'].includes(typeof item))
    ? texts.map(String)
    : undefined;
}
