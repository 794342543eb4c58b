import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { checkDocument } from '../schema/json-document';
import { placed } from '../shared/fixes';
import { isBlank, renderPath } from '../shared/words';
import { checkOverlaps } from './check-overlaps';
import { wrapperShape, type WrapperDocument } from './wrapper-shape';
import { wrapperUnits, type WrapperUnit } from './wrapper-units';

/** What the wrapper says it covers. */
export const WRAPPER_FILE = 'wrapper_coverage.json';

const UNIT = 'wrapper_coverage';
const MISSING = {
  code: 'WRAPPER_COVERAGE_MISSING',
  unit: UNIT,
  field: UNIT,
  why: 'every root has it',
} as const;

/** Holds `wrapper_coverage.json` to the rules (parity contract §9.3 f). */
export function checkWrapper(context: RootContext): readonly Violation[] {
  const { value, violations } = checkDocument(context, {
    path: WRAPPER_FILE,
    codes: { invalidJson: 'WRAPPER_COVERAGE_INVALID_JSON', schemaInvalid: 'WRAPPER_COVERAGE_SCHEMA_INVALID' },
    schema: context.schemas.wrapperCoverage,
    ...(context.rules.policy.demandsWrapper && { missing: MISSING }),
  });
  if (value === undefined) return violations;
  const file = placed(context.view, WRAPPER_FILE);
  const shape = wrapperShape.safeParse(value);
  if (!shape.success) return [...violations, parseFailed(shape.error.issues[0], file)];
  const units = wrapperUnits(shape.data);
  return [
    ...violations,
    ...schemaVersion(shape.data, file),
    ...units.flatMap((unit) => excluded(context, unit, file)),
    ...units.flatMap((unit) => noteMissing(unit, file)),
    ...checkOverlaps(context, units),
  ];
}

function parseFailed(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  file: string,
): Violation {
  const place = `/${(issue?.path ?? []).map(String).join('/')}`;
  return {
    code: 'WRAPPER_COVERAGE_PARSE_FAILED',
    path: WRAPPER_FILE,
    unit: UNIT,
    field: UNIT,
    place: place === '/' ? '' : place,
    message: `${WRAPPER_FILE} cannot be looked into: ${place}: ${issue?.message ?? 'unknown shape'}`,
    fix: `correct ${place} in ${file}`,
  };
}

function schemaVersion({ schema_version: version }: WrapperDocument, file: string): Violation[] {
  if (version === 1) return [];
  const pointer = '/schema_version';
  return [
    {
      code: 'WRAPPER_COVERAGE_SCHEMA_VERSION',
      path: WRAPPER_FILE,
      pointer,
      unit: UNIT,
      field: 'schema_version',
      message: `${WRAPPER_FILE} is of version ${version}; only version 1 is known`,
      fix: `set ${pointer} to 1 in ${file}`,
      expected: '1',
      actual: String(version),
    },
  ];
}

const LIST_OF = { command: 'coverage', flag: 'flags', arg: 'args' } as const;

function excluded({ exclusions }: RootContext, unit: WrapperUnit, file: string): Violation[] {
  if (!exclusions.has(unit.kind, unit.path, unit.keyOrName)) return [];
  return [
    {
      code: 'WRAPPER_COVERAGE_INCLUDES_EXCLUDED',
      ...keysOf(unit),
      pointer: unit.pointer,
      field: LIST_OF[unit.kind],
      message: `${describe(unit)} is covered although RULES.json excludes it`,
      fix: `remove ${unit.pointer} from ${file}, or the exclusion from RULES.json`,
    },
  ];
}

const LEVELS_WITH_NOTE: Readonly<Record<string, Violation['code']>> = {
  intentionally_unsupported: 'IU_NOTE_MISSING',
  passthrough: 'PASSTHROUGH_NOTE_MISSING',
};

function noteMissing(unit: WrapperUnit, file: string): Violation[] {
  const code = Object.hasOwn(LEVELS_WITH_NOTE, unit.level) ? LEVELS_WITH_NOTE[unit.level] : undefined;
  if (code === undefined || !isBlank(unit.note)) return [];
  const pointer = `${unit.pointer}/note`;
  return [
    {
      code,
      ...keysOf(unit),
      pointer,
      field: 'note',
      message: `${describe(unit)} is ${unit.level} without a note that says why`,
      fix: `write the reason into ${pointer} in ${file}`,
    },
  ];
}

function keysOf({ kind, path, keyOrName }: WrapperUnit) {
  const keys = { path: WRAPPER_FILE, unit: `wrapper_${kind}`, commandPath: renderPath(path) };
  return keyOrName === undefined ? keys : { ...keys, keyOrName };
}

function describe({ kind, path, keyOrName }: WrapperUnit): string {
  return `${kind} ${renderPath(path)}${keyOrName === undefined ? '' : ` ${keyOrName}`}`;
}
