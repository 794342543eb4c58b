import { success, type AnyDerivation, type Artifact, type Finding, type Result } from '@fixpoint/model';
import type { Family, FamilyConfig } from '../families';

/** A derivation of the text `out.txt`, anything of which can be replaced. */
export function derivationOf(changes: Partial<AnyDerivation> = {}): AnyDerivation {
  return {
    id: 'demo',
    summary: 'a demonstration',
    owns: () => ['out*.txt'],
    collect: () => Promise.resolve(success(undefined)),
    derive: () => success<readonly Artifact[]>([{ path: 'out.txt', text: 'derived\n' }]),
    fix: (root) => `fixpoint demo --root ${root}`,
    ...changes,
  };
}

/** A kind of root whose marker is `demo.json`, with one target per list of derivations. */
export function familyOf(
  targets: Readonly<Record<string, readonly AnyDerivation[]>>,
  parse: (text: string, root: string) => Result<FamilyConfig> = () => success({}),
): Family {
  return {
    id: 'demo',
    kind: 'demo',
    marker: 'demo.json',
    parse,
    targets,
    validated: Object.values(targets).flat(),
  };
}

/** A finding of a test. */
export function findingOf(id: string, changes: Partial<Finding> = {}): Finding {
  return { id, severity: 'error', message: `says ${id}`, file: 'demo.json', fix: 'mend it', ...changes };
}
