import { isStrictVersion } from '@fixpoint/surface-formats';
import type { Finding } from '@fixpoint/model';
import { toPointer } from '@fixpoint/structured-text';
import type { RootView } from '../view/tree';
import { compilePattern } from './compile-pattern';
import { CONTRACT_POLICY, type RootPolicy } from './root-policy';
import { editPlace, fatalAt, requireJson, type FatalFailure, type ParsedFile } from './fatal';
import { rulesShape, type RulesDocument } from './rules-shape';

/** The marker of the root. */
export const RULES_FILE = 'RULES.json';

/** The marker, with what its patterns mean. */
export interface Rules extends RulesDocument {
  /** Whether a text is the version of a stable release: the marker's own pattern and a strict semantic version. */
  readonly isStableVersion: (text: string) => boolean;
  readonly policy: RootPolicy;
}

/** Reads the marker; everything the validator insists on and does not find is said at once. */
export function readRules(view: RootView): { readonly ok: true; readonly value: Rules } | FatalFailure {
  const file = requireJson(view, RULES_FILE);
  if (!file.ok) return file;
  const shape = rulesShape.safeParse(file.value);
  if (!shape.success) {
    const findings = shape.error.issues.flatMap((issue) => shapeFinding(view, file, issue));
    return { ok: false, outcome: 'usage', findings };
  }
  const { stable_semver_pattern: source } = shape.data.versioning.pointers;
  const pattern = compilePattern(source);
  if (pattern === undefined) return badPattern(view, file);
  const isStableVersion = (text: string) => pattern.test(text) && isStrictVersion(text);
  return { ok: true, value: { ...shape.data, isStableVersion, policy: CONTRACT_POLICY } };
}

function shapeFinding(
  view: RootView,
  file: ParsedFile,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
): readonly Finding[] {
  const pointer = toPointer(issue.path as (string | number)[]);
  const place = pointer === '' ? 'the document' : pointer;
  return fatalAt(file, pointer, {
    message: `${RULES_FILE}: ${place} cannot be followed: ${issue.message}`,
    fix: `correct ${editPlace(view, RULES_FILE, pointer)}`,
  }).findings;
}

function badPattern(view: RootView, file: ParsedFile): FatalFailure {
  const pointer = '/versioning/pointers/stable_semver_pattern';
  return fatalAt(file, pointer, {
    message: `${RULES_FILE}: ${pointer} is not a regular expression`,
    fix: `set ${editPlace(view, RULES_FILE, pointer)} to "^\\\\d+\\\\.\\\\d+\\\\.\\\\d+$"`,
  });
}
