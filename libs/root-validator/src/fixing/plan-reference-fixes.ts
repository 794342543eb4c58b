import { failureOf, type RelativePath, type Result, success } from '@fixpoint/model';
import {
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  POINTER_KINDS,
  pointerPath,
} from '../pointers/pointer-files';
import { readPointer } from '../pointers/read-pointer';
import type { Rules } from '../rules/read-rules';
import { CURRENT_FILE } from '../current/check-current';
import { restoreCommand } from '../shared/fixes';
import { readContext } from '../validate-reference-root';
import { unionPath } from '../versions/version-files';
import { decode, fileAt, type FileState, type RootView } from '../view/tree';

/** One file that fixing would write. */
export interface PlannedChange {
  readonly path: RelativePath;
  readonly bytes: Uint8Array;
  /** What the file holds now; absent when there is none. */
  readonly before?: Uint8Array;
}

/**
 * What the fix mode of rules version 1 writes before it checks (parity contract §9.4): pointers that are missing for a
 * target, every pointer as one line, and `current.json` as the union of the version the root points at. Nothing is
 * written here, and what is right already is not in the plan.
 */
export function planReferenceFixes(view: RootView): Result<readonly PlannedChange[]> {
  const context = readContext(view);
  if (!context.ok) return context;
  const { rules } = context.value;
  const none = rules.policy.hasLifecycle ? encode('none\n') : undefined;
  const pointers = [
    ...targetPointers(rules).map((path) => ({ path, whenAbsent: none })),
    ...[LATEST_VALIDATED_FILE, MIN_SUPPORTED_FILE].map((path) => ({ path, whenAbsent: undefined })),
  ].map(({ path, whenAbsent }) => pointerChange(view, path, whenAbsent));
  const unusable = pointers.filter((each) => 'problem' in each);
  if (unusable.length > 0) {
    return failureOf('environment', ...unusable.map(({ path, problem }) => notFixable(view, path, problem)));
  }
  const changes = pointers.filter((each) => 'bytes' in each);
  return success([...changes, ...currentChange(withChanges(view, changes), rules)]);
}

/** The view as it is once changes are made, so that all checks can run on it. */
export function withChanges(view: RootView, changes: readonly PlannedChange[]): RootView {
  const states = changes.map(({ path, bytes }) => [path, { kind: 'present', bytes }] as const);
  return { ...view, files: new Map<RelativePath, FileState>([...view.files, ...states]) };
}

function targetPointers({ union }: Rules): readonly RelativePath[] {
  return [...new Set(union.expected_targets)].flatMap((target) =>
    POINTER_KINDS.map((kind) => pointerPath(kind, target)),
  );
}

type PointerChange =
  | PlannedChange
  | { readonly path: RelativePath; readonly unchanged: true }
  | { readonly path: RelativePath; readonly problem: string };

function pointerChange(
  view: RootView,
  path: RelativePath,
  whenAbsent: Uint8Array | undefined,
): PointerChange {
  const state = fileAt(view, path);
  if (state.kind === 'absent') return whenAbsent ? { path, bytes: whenAbsent } : { path, unchanged: true };
  if (state.kind === 'unreadable') return { path, problem: state.reason };
  const text = decode(state.bytes);
  if (text === undefined) return { path, problem: 'it is not UTF-8' };
  const line = (text.split('\n')[0] ?? '').replace(/\r+$/, '');
  const fixed = `${line}\n`;
  return fixed === text ? { path, unchanged: true } : { path, bytes: encode(fixed), before: state.bytes };
}

function currentChange(view: RootView, { isStableVersion }: Rules): PlannedChange[] {
  const pointer = readPointer(fileAt(view, LATEST_VALIDATED_FILE), { isStableVersion, noneAllowed: false });
  const union = pointer.kind === 'version' ? fileAt(view, unionPath(pointer.version)) : undefined;
  if (union?.kind !== 'present') return [];
  const current = fileAt(view, CURRENT_FILE);
  const before = current.kind === 'present' ? current.bytes : undefined;
  if (before !== undefined && decode(before) !== undefined && decode(before) === decode(union.bytes))
    return [];
  return [{ path: CURRENT_FILE, bytes: union.bytes, ...(before && { before }) }];
}

function notFixable(view: RootView, path: RelativePath, problem: string) {
  return {
    id: 'root/pointer-not-fixable',
    severity: 'error' as const,
    message: `${path} cannot be fixed: ${problem}`,
    file: path,
    fix: restoreCommand(view, path),
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
