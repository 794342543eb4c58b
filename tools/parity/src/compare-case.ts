import type { Expected, TextFiles } from './parity-case';

/** What the product made of a case's inputs. */
export type Produced =
  | { readonly files: TextFiles }
  | { readonly refusal: { readonly exitCode: number; readonly message: string } };

/** The first place in which a case differs. */
export interface Difference {
  /** A file of the case, with the line where there is one: `union.json:12`. */
  readonly place: string;
  readonly expected: string;
  readonly actual: string;
}

/** A top-level field that holds the time of the run; what lies deeper was measured and has to be equal. */
const TIME = /^( {2}"(?:collected_at|generated_at|updated_at)": )".*"/m;
const NOTHING = '(nothing)';

/** The first difference between what was recorded and what was made; times aside, texts have to be equal byte for byte. */
export function compareCase(expected: Expected, produced: Produced): Difference | undefined {
  if ('refusal' in produced) return compareRefusal(expected, produced.refusal);
  if (expected.refusal !== undefined) {
    return { place: '(run)', expected: `exit code ${expected.refusal}`, actual: 'exit code 0' };
  }
  const paths = [...new Set([...Object.keys(expected.files), ...Object.keys(produced.files)])].sort();
  for (const path of paths) {
    const difference = compareText(path, expected.files[path], produced.files[path]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function compareRefusal(
  expected: Expected,
  { exitCode, message }: { exitCode: number; message: string },
): Difference | undefined {
  const files = Object.keys(expected.files);
  if (expected.refusal === exitCode && files.length === 0) return undefined;
  const wanted = expected.refusal === undefined ? files.join(', ') : `exit code ${expected.refusal}`;
  return { place: '(run)', expected: wanted, actual: `exit code ${exitCode}: ${message}` };
}

function compareText(
  place: string,
  expected: string | undefined,
  actual: string | undefined,
): Difference | undefined {
  if (expected === undefined || actual === undefined) {
    const side = (text: string | undefined) => (text === undefined ? NOTHING : `${text.length} characters`);
    return { place, expected: side(expected), actual: side(actual) };
  }
  const [wanted, made] = [withoutTime(expected), withoutTime(actual)];
  return wanted === made ? undefined : firstDifferentLine(place, wanted, made);
}

function withoutTime(text: string): string {
  return text.replace(TIME, '$1""');
}

function firstDifferentLine(path: string, expected: string, actual: string): Difference {
  const [wanted, made] = [expected.split('\n'), actual.split('\n')];
  const at = wanted.findIndex((line, index) => line !== made[index]);
  const index = at === -1 ? wanted.length : at;
  return {
    place: `${path}:${index + 1}`,
    expected: wanted[index] ?? NOTHING,
    actual: made[index] ?? NOTHING,
  };
}
