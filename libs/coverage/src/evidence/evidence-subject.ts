import type { EvidenceUse, Manifest, WrapperEvidence } from '@fixpoint/surface-formats';
import {
  areRelated,
  commandRef,
  type CoverageUnit,
  spellingsOf,
  type UnitRef,
  type Upstream,
} from '@fixpoint/surface-units';
import type { LocatedDocument } from '@fixpoint/structured-text';

/** What the evidence is compared with. */
export interface EvidenceSubject {
  readonly manifest: Manifest;
  readonly evidence: WrapperEvidence;
  /** Where the scanned files lie, relative to the root. */
  readonly directory: string;
  /** The committed declaration. */
  readonly declared: readonly CoverageUnit[];
  readonly document: LocatedDocument;
  /** The newest committed union, when there is one. */
  readonly upstream?: Upstream;
  readonly version?: string;
}

/** The unit that a use is about, in upstream's own words as far as they are known. */
export function usedUnit({ kind, path, key = '' }: EvidenceUse, upstream: Upstream | undefined): UnitRef {
  const command = upstream?.canonical(commandRef(path)) ?? commandRef(path);
  return kind === 'command' ? command : { kind, path: command.path, name: key };
}

/** All ways to write a flag, as far as upstream knows it on its command or on one that leads to it or from it. */
export function flagSpellings({ path, name }: UnitRef, upstream: Upstream | undefined): ReadonlySet<string> {
  const alike = relatedFlags({ path, name }, upstream).flatMap(spellingsOf);
  return new Set([name, ...alike]);
}

/** The flags that a use may mean. Where exactly an argument goes cannot always be told, so related commands count. */
export function relatedFlags({ path, name }: Pick<UnitRef, 'path' | 'name'>, upstream: Upstream | undefined) {
  const related = upstream?.commands.filter(({ unit }) => areRelated(unit.path, path)) ?? [];
  return related.flatMap(({ flags }) => flags).filter((flag) => spellingsOf(flag).includes(name));
}
