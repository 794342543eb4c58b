import type { RenameGuess, SurfaceChange } from '@fixpoint/surface-formats';
import { withoutAbsent } from '@fixpoint/surface-formats';
import type { DiffRule } from '../rules/rule';
import { ruleOf, type RuleId } from '../rules/rules';

/** The unit a change is about; `name` is a flag's key or an argument's name, and empty for a command. */
export interface ChangedUnit {
  readonly path: readonly string[];
  readonly name: string;
}

/** The values of a change. */
export interface ChangeValues {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly guess?: RenameGuess;
}

/** One change in the form of the artifact, classified as its rule says. */
export function changeOf(id: RuleId, { path, name }: ChangedUnit, values: ChangeValues = {}): SurfaceChange {
  const { unit, class: kind, bump } = ruleOf(id) as DiffRule;
  const { from, to, guess } = values;
  return withoutAbsent<SurfaceChange>({
    rule: id,
    class: kind,
    bump,
    unit,
    path,
    key: unit === 'flag' ? name : undefined,
    name: unit === 'arg' ? name : undefined,
    from,
    to,
    guess,
  });
}
