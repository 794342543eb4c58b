import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement, PageError } from './measurement';

/** Why some errors of a tool are there. Committed as `explanations/<tool>.json`, a list of these. */
export interface Explanation {
  readonly kind: PageError['kind'];
  readonly unit: PageError['unit'];
  /** Command paths; every path when absent. */
  readonly paths?: readonly string[];
  /** Names; every name when absent. */
  readonly names?: readonly string[];
  readonly why: string;
}

/** An error with its explanation, when there is one. */
export interface ExplainedError {
  readonly error: PageError;
  readonly why?: string;
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
    const why = explanations.find((explanation) => covers(explanation, error))?.why;
    return { error, ...(why !== undefined && { why }) };
  });
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
