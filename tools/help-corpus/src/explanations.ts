import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Count, Measurement, PageError } from './measurement';

/**
 * What an error comes from: `source`, the page declares what the truth does not have; `page`, the truth has what no row and no usage of the
 * page declares; `parser`, the rest. The first two are claims that {@link bearsOut} checks.
 */
export type Cause = 'source' | 'page' | 'parser';

/** Why some errors of a tool are there. Committed as `explanations/<tool>.json`, a list of these. */
export interface Explanation {
  readonly kind: PageError['kind'];
  readonly unit: PageError['unit'];
  /** Command paths; every path when absent. */
  readonly paths?: readonly string[];
  /** Names; every name when absent. */
  readonly names?: readonly string[];
  readonly cause: Cause;
  readonly why: string;
}

/** An error with its explanation, when there is one. */
export interface ExplainedError {
  readonly error: PageError;
  readonly explanation?: Explanation;
}

const EXPLANATIONS = join(__dirname, '../explanations');

/** The committed explanations by tool. */
export function readExplanations(): ReadonlyMap<string, readonly Explanation[]> {
  const files = existsSync(EXPLANATIONS) ? readdirSync(EXPLANATIONS).sort() : [];
  return new Map(
    files.map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(EXPLANATIONS, file), 'utf8')) as Explanation[],
    ]),
  );
}

/** The errors of a measurement, each with the first explanation that covers it. */
export function explain(
  { errors }: Measurement,
  explanations: readonly Explanation[] = [],
): readonly ExplainedError[] {
  return errors.map((error) => {
    const explanation = explanations.find((candidate) => covers(candidate, error));
    return { error, ...(explanation !== undefined && { explanation }) };
  });
}

/** Whether the page itself confirms the cause that is given for an error. */
export function bearsOut(cause: Cause, { kind, place }: PageError): boolean {
  if (cause === 'source') return kind === 'wrong' && (place === 'row' || place === 'usage');
  return cause === 'parser' || (kind === 'missed' && place === 'text');
}

/** Whether an error is set aside when declared names are counted: it is explained by another cause than the parser, and that is confirmed. */
export function isSetAside({ error, explanation }: ExplainedError): boolean {
  return explanation !== undefined && explanation.cause !== 'parser' && bearsOut(explanation.cause, error);
}

/** A count of one unit without the errors that are set aside. */
export function countDeclared(
  count: Count,
  unit: PageError['unit'],
  errors: readonly ExplainedError[],
): Count {
  const aside = errors.filter((explained) => explained.error.unit === unit && isSetAside(explained));
  const wrong = aside.filter(({ error }) => error.kind === 'wrong').length;
  return { found: count.found, wrong: count.wrong - wrong, missed: count.missed - (aside.length - wrong) };
}

/** Whether an explanation speaks of an error. */
export function covers(explanation: Explanation, error: PageError): boolean {
  return (
    explanation.kind === error.kind &&
    explanation.unit === error.unit &&
    (explanation.paths?.includes(error.path) ?? true) &&
    (explanation.names?.includes(error.name) ?? true)
  );
}
