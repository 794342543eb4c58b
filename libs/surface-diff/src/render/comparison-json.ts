import { toJsonText, withoutAbsent } from '@fixpoint/surface-formats';
import type { ComparedUnions } from '../compare-unions';

/** A comparison as JSON: the record of the artifact, each change with its severity and those who use the unit. */
export function comparisonJson({ diff, impacts }: ComparedUnions): string {
  const changes = impacts.map(({ change, severity, users }) =>
    withoutAbsent({ ...change, severity, used_by: users.length > 0 ? users : undefined }),
  );
  return toJsonText({ ...diff, changes });
}
