import type { MigrationPlan } from './migrate';

/** What a migration changes, for people: files, keys, and what is to be done afterwards. */
export function renderMigration(
  { changes, steps, unneeded, claims, snapshots }: MigrationPlan,
  { root, isApplied }: { readonly root: string; readonly isApplied: boolean },
): string {
  const lines = [
    ...changes.map(({ path }) => `${isApplied ? 'wrote' : 'would write'} ${root}/${path}`),
    '',
    'carried over:',
    ...steps
      .filter(({ to }) => to !== undefined)
      .map(({ from, to, reason }) => `  ${from} → ${to}${reason === undefined ? '' : ` (${reason})`}`),
    ...section(
      'not carried over:',
      steps.filter(({ to }) => to === undefined).map(({ from, reason }) => `  ${from}: ${reason ?? ''}`),
    ),
    ...section(
      'no longer read, and may be removed:',
      unneeded.map((file) => `  ${root}/${file}`),
    ),
    ...section(
      'measured by a program that they do not name; `validate` warns of each until it is measured again, then remove "migrated_from" from the marker:',
      snapshots.map((file) => `  ${root}/${file}`),
    ),
    ...section(
      'claims that are derived from now on; without evidence of a real run they fall back to what the artifacts support:',
      claims.map((file) => `  ${root}/${file}`),
    ),
    '',
    isApplied ? 'then derive everything again:' : 'nothing was written; with --apply it is, and then:',
    ...['wrapper-coverage', 'union', 'report', 'surface-diff', 'version-metadata', 'validate'].map(
      (target) => `  fixpoint ${target} --root ${root}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}
