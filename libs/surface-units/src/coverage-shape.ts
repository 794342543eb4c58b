import { COVERAGE_LEVELS } from '@fixpoint/surface-formats';
import { listOf, literal, nullable, oneOf, recordOf, type Shape, text } from '@fixpoint/structured-text';

/** What is demanded of a coverage document beyond the keys that every reader needs. */
export interface CoverageStrictness {
  /** Levels that are not known are refused; otherwise any word passes. */
  readonly knownLevels: boolean;
  /** Keys that are not known are refused; otherwise they are ignored. */
  readonly knownKeys: boolean;
}

/** The shape of `wrapper_coverage.json` and of what a declared source gives. */
export function coverageShape({ knownLevels, knownKeys }: CoverageStrictness): Shape {
  const closed = knownKeys;
  const scope = recordOf({
    required: {},
    optional: { platforms: listOf(text), target_triples: listOf(text) },
    closed,
  });
  const level = knownLevels ? oneOf(COVERAGE_LEVELS) : text;
  const common = { note: nullable(text), scope: nullable(scope) };
  const flagEntry = recordOf({ required: { key: text, level }, optional: common, closed });
  const argEntry = recordOf({ required: { name: text, level }, optional: common, closed });
  const command = recordOf({
    required: { path: listOf(text), level },
    optional: { ...common, flags: listOf(flagEntry), args: listOf(argEntry) },
    closed,
  });
  return recordOf({
    required: { schema_version: literal(1), coverage: listOf(command) },
    optional: { generated_at: nullable(text), wrapper_version: nullable(text), $schema: text },
    closed,
  });
}
