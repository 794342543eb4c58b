import type { Violation } from '../findings/violation';
import type { PointerValues } from '../pointers/check-pointers';
import type { RootContext } from '../root-context';
import { checkDocument } from '../schema/json-document';
import { promoteCommand, restoreCommand } from '../shared/fixes';
import { listMember, textMember } from '../shared/json-value';
import { isUnion, unionPath } from '../versions/version-files';
import { wrongKind } from '../versions/check-version';
import { fileAt, type RootView } from '../view/tree';

/** The union that a root offers as its current surface. */
export const CURRENT_FILE = 'current.json';

const UNIT = 'current_json';

/** Holds `current.json` against the version that the root points at (parity contract §9.3 e). */
export function checkCurrent(context: RootContext, { latestValidated }: PointerValues): readonly Violation[] {
  const { view, rules } = context;
  const fix =
    latestValidated !== undefined && fileAt(view, unionPath(latestValidated)).kind === 'present'
      ? promoteCommand(view, latestValidated)
      : restoreCommand(view, CURRENT_FILE);
  const mayBeAbsent = latestValidated === undefined && rules.versioning.pointers.root_pointers_allow_none;
  const missing = {
    code: 'CURRENT_MISSING',
    unit: UNIT,
    field: 'current',
    why: 'every root has it',
  } as const;
  const { value, violations } = checkDocument(context, {
    path: CURRENT_FILE,
    codes: { invalidJson: 'CURRENT_INVALID_JSON', schemaInvalid: 'CURRENT_SCHEMA_INVALID' },
    schema: context.schemas.union,
    fix,
    ...(!mayBeAbsent && { missing }),
  });
  if (value === undefined) return violations;
  return [
    ...violations,
    ...kind(value, fix),
    ...(latestValidated === undefined ? [] : promoted(context, { value, version: latestValidated, fix })),
  ];
}

function kind(value: unknown, fix: string): Violation[] {
  if (isUnion(value)) return [];
  const message = `${CURRENT_FILE} is not a union (snapshot_schema_version 2, mode union)`;
  return [
    wrongKind('CURRENT_WRONG_KIND', { path: CURRENT_FILE, unit: UNIT, field: 'current', message, fix }),
  ];
}

interface Promoted {
  readonly value: unknown;
  readonly version: string;
  readonly fix: string;
}

/** What must hold of the current surface once a version is promoted. */
function promoted(context: RootContext, current: Promoted): Violation[] {
  return [...identity(context.view, current), ...requiredInput(context, current)];
}

function identity(view: RootView, { version, fix }: Promoted): Violation[] {
  const [current, union] = [fileAt(view, CURRENT_FILE), fileAt(view, unionPath(version))];
  if (current.kind !== 'present' || union.kind !== 'present' || sameBytes(current.bytes, union.bytes))
    return [];
  return [
    {
      code: 'CURRENT_JSON_NOT_EQUAL_UNION',
      path: CURRENT_FILE,
      unit: UNIT,
      keyOrName: version,
      field: 'identity',
      message: `${CURRENT_FILE} is not byte for byte ${unionPath(version)}`,
      fix,
    },
  ];
}

function requiredInput({ rules }: RootContext, { value, version, fix }: Promoted): Violation[] {
  const target = rules.union.required_target;
  const keys = { path: CURRENT_FILE, unit: UNIT, keyOrName: target, target, fix };
  const inputs = listMember(value, 'inputs') ?? [];
  const index = inputs.findIndex((input) => textMember(input, 'target_triple') === target);
  if (index === -1) {
    const message = `${CURRENT_FILE} has no input for the required target ${target}`;
    const code = 'CURRENT_JSON_MISSING_REQUIRED_TARGET';
    return [{ code, pointer: '/inputs', field: 'inputs', message, ...keys }];
  }
  const actual = textMember(inputs[index], 'binary', 'semantic_version');
  if (actual === version) return [];
  return [
    {
      code: 'CURRENT_JSON_SEMVER_MISMATCH',
      pointer: '/inputs/*/binary/semantic_version',
      place: `/inputs/${index}/binary/semantic_version`,
      field: 'semantic_version',
      message: `${CURRENT_FILE} is of version ${actual ?? 'unknown'} for ${target}, latest_validated.txt names ${version}`,
      expected: version,
      actual: actual ?? 'absent',
      ...keys,
    },
  ];
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
