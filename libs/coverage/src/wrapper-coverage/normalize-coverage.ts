import {
  compareBytes,
  comparePaths,
  COVERAGE_LEVELS,
  withoutAbsent,
  type TargetConfig,
  type WrapperArg,
  type WrapperCommand,
  type WrapperFlag,
  type WrapperScope,
} from '@fixpoint/surface-formats';
import { scopeTargets } from '@fixpoint/surface-units';

/** Entries that are equal in everything that orders them. */
export type EqualEntries = (a: object, b: object) => number;

/** They stay as the source has them. */
export const inSourceOrder: EqualEntries = () => 0;

/** They are ordered by their content, so that the order of the source never shows. */
export const byContent: EqualEntries = (a, b) => compareBytes(JSON.stringify(a), JSON.stringify(b));

/**
 * The coverage entries in canonical form (parity contract §5): scopes as target triples in target order, an empty scope
 * removed, empty lists dropped, everything sorted, keys in the order of the format.
 *
 * @req FP-COV-001
 */
export function normalizeCoverage(
  coverage: readonly WrapperCommand[],
  targets: TargetConfig,
  equalEntries: EqualEntries,
): WrapperCommand[] {
  const common = ({ level, note, scope }: Common) => ({
    level,
    note: note ?? undefined,
    scope: normalizeScope(scope, targets),
  });
  const toFlag = (flag: WrapperFlag): WrapperFlag => withoutAbsent({ key: flag.key, ...common(flag) });
  const toArg = (arg: WrapperArg): WrapperArg => withoutAbsent({ name: arg.name, ...common(arg) });
  const sort = <T extends Common>(items: readonly T[], identity: (a: T, b: T) => number): T[] =>
    [...items].sort((a, b) => identity(a, b) || compareCommon(a, b) || equalEntries(a, b));
  const commands = coverage.map((command): WrapperCommand => {
    const flags = sort((command.flags ?? []).map(toFlag), (a, b) => compareBytes(a.key, b.key));
    const args = sort((command.args ?? []).map(toArg), (a, b) => compareBytes(a.name, b.name));
    return withoutAbsent({
      path: [...command.path],
      ...common(command),
      flags: flags.length > 0 ? flags : undefined,
      args: args.length > 0 ? args : undefined,
    });
  });
  return sort(commands, (a, b) => comparePaths(a.path, b.path));
}

type Common = Pick<WrapperFlag, 'level' | 'note' | 'scope'>;

function normalizeScope(
  scope: WrapperScope | null | undefined,
  targets: TargetConfig,
): WrapperScope | undefined {
  if (!scope) return undefined;
  const triples = scopeTargets(scope, targets);
  return triples.length > 0 ? { target_triples: triples } : undefined;
}

// Parity contract §5: scoped before unscoped, then by targets, level and note.
function compareCommon(a: Common, b: Common): number {
  return (
    Number(a.scope === undefined) - Number(b.scope === undefined) ||
    compareBytes(targetList(a), targetList(b)) ||
    COVERAGE_LEVELS.indexOf(a.level) - COVERAGE_LEVELS.indexOf(b.level) ||
    compareBytes(a.note ?? '', b.note ?? '')
  );
}

function targetList({ scope }: Common): string {
  return (scope?.target_triples ?? []).join(',');
}
