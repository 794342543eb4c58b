import { listMember, member, textMember } from '../shared/json-value';

/** Where the metadata of a version lies. */
export function metadataPath(version: string): string {
  return `versions/${version}.json`;
}

/** Where the union of a version lies. */
export function unionPath(version: string): string {
  return `snapshots/${version}/union.json`;
}

/** Where the snapshot of a version and target lies. */
export function snapshotPath(version: string, target: string): string {
  return `snapshots/${version}/${target}.json`;
}

/** Where a report of a version lies; the filter is `any`, `all` or a target. */
export function reportPath(version: string, filter: string): string {
  return `reports/${version}/coverage.${filter}.json`;
}

/** The targets whose snapshots went into a union, in its order. */
export function inputTargets(union: unknown): readonly string[] {
  return (listMember(union, 'inputs') ?? []).flatMap((input) => textMember(input, 'target_triple') ?? []);
}

/** Whether a document calls itself a union. */
export function isUnion(document: unknown): boolean {
  return member(document, 'snapshot_schema_version') === 2 && member(document, 'mode') === 'union';
}

/** Whether a document calls itself the snapshot of one target. */
export function isSnapshot(document: unknown): boolean {
  return member(document, 'snapshot_schema_version') === 1;
}
