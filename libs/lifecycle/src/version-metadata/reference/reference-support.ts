import type { Exclusion, Manifest, Union, WrapperCoverage } from '@fixpoint/surface-formats';
import { indexCoverage, unitId, type CoverageIndex, type UnitRef } from '@fixpoint/surface-units';
import type { ReferencePolicy } from './reference-policy';

/** What support is told from under rules version 1. */
export interface SupportInputs {
  readonly union: Union;
  readonly wrapper: WrapperCoverage;
  readonly policy: ReferencePolicy;
  readonly manifest: Manifest;
}

/**
 * The expected targets on which every unit that is not excluded has an allowed level, in target order (parity contract §7).
 * A waiver covers the unit that it names and nothing below it.
 */
export function referenceSupportedTargets(inputs: SupportInputs): string[] {
  const { union, wrapper, manifest } = inputs;
  const measured = new Set(union.inputs.map(({ target_triple }) => target_triple));
  const index = indexCoverage(wrapper.coverage, manifest.targets, (ref) => ref);
  const excluded = new Set(manifest.exclusions.map((exclusion) => unitId(toRef(exclusion))));
  return manifest.targets.expected.filter(
    (target) =>
      measured.has(target) &&
      unitsOn(union, target, excluded).every((unit) => isAllowed(unit, target, { ...inputs, index })),
  );
}

// An excluded command hides its flags and arguments.
function unitsOn(union: Union, target: string, excluded: ReadonlySet<string>): UnitRef[] {
  const isCounted = (ref: UnitRef): boolean => !excluded.has(unitId(ref));
  return union.commands.flatMap(({ path, available_on, flags = [], args = [] }) => {
    const command = { kind: 'command', path, name: '' } as const;
    if (!available_on.includes(target) || !isCounted(command)) return [];
    const flagRefs = flags
      .filter((flag) => flag.available_on.includes(target))
      .map(({ key }): UnitRef => ({ kind: 'flag', path, name: key }));
    const argRefs = args
      .filter((arg) => arg.available_on.includes(target))
      .map(({ name }): UnitRef => ({ kind: 'arg', path, name }));
    return [command, ...[...flagRefs, ...argRefs].filter(isCounted)];
  });
}

function isAllowed(
  unit: UnitRef,
  target: string,
  { index, policy }: SupportInputs & { readonly index: CoverageIndex },
): boolean {
  const entries = (index.get(unitId(unit))?.entries ?? []).filter(({ targets }) => targets.includes(target));
  const levels = new Set(entries.map(({ level }) => level));
  const [only] = levels;
  const level = levels.size === 1 && only !== undefined ? only : policy.coverage_requirement.treat_missing_as;
  const { allowed_levels: allowed, disallowed_levels: disallowed } = policy.coverage_requirement;
  if (!allowed.includes(level) || disallowed.includes(level)) return false;
  const needsNote = level === 'intentionally_unsupported' && policy.intentionally_unsupported_requires_note;
  return !needsNote || entries.some(({ note }) => note !== undefined);
}

function toRef({ unit, path, key, name }: Exclusion): UnitRef {
  return { kind: unit, path, name: key ?? name ?? '' };
}
