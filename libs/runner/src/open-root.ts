import { contractsOfDocuments } from '@fixpoint/config';
import { success, type Finding, type Ports, type Result } from '@fixpoint/model';
import { CONTRACTS_FAMILY, FAMILIES, type Family, type FamilyConfig } from './families';
import { noMarker, type RootPlace } from './root-place';

/** A root whose marker was read. */
export interface OpenRoot {
  readonly name: string;
  readonly ports: Ports;
  readonly family: Family;
  readonly config: FamilyConfig;
}

/** What a directory is: a root of a family, or of one whose marker cannot be read. */
export interface FoundRoot {
  readonly family: Family;
  readonly opened: Result<OpenRoot>;
}

/** Where a root is, and the documents that stand for a marker. */
export type PlaceToOpen = RootPlace & { readonly documents?: readonly string[] };

/**
 * Everything that a directory is a root of: the first marker of each kind, and what is there without one. None of it hides the others,
 * whatever is wrong with it.
 */
export async function findRoots(
  { name, ports, documents }: PlaceToOpen,
  families: readonly Family[] = FAMILIES,
): Promise<readonly FoundRoot[]> {
  if (documents !== undefined && documents.length > 0) {
    const config = contractsOfDocuments(name, documents);
    return [{ family: CONTRACTS_FAMILY, opened: success({ name, ports, family: CONTRACTS_FAMILY, config }) }];
  }
  const found: FoundRoot[] = [];
  for (const family of families) {
    if (found.some((other) => other.family.kind === family.kind)) continue;
    const config = await configOf(family, { name, ports });
    if (config !== undefined) found.push({ family, opened: toRoot({ name, ports, family }, config) });
  }
  return found;
}

/** Finds the marker of a root and reads it: the first one, in the order of the families. */
export async function openRoot(
  place: PlaceToOpen,
  families: readonly Family[] = FAMILIES,
): Promise<Result<OpenRoot>> {
  const [first] = await findRoots(place, families);
  return first?.opened ?? { ok: false, findings: [absentMarker(place.name, families)] };
}

/** The finding for a directory that is no root of any of the families; it names the marker that a target is asked for by. */
export function absentMarker(name: string, families: readonly Family[], target?: string): Finding {
  const markers = families.map(({ marker }) => marker);
  const owner = families.find(({ targets }) => target !== undefined && Object.hasOwn(targets, target));
  return noMarker(name, markers, owner?.marker);
}

async function configOf(
  { marker, parse, implied }: Family,
  { name, ports }: RootPlace,
): Promise<Result<FamilyConfig> | undefined> {
  const text = await ports.files.readText(marker);
  return text === undefined ? implied?.(ports, name) : parse(text, name);
}

function toRoot(root: Omit<OpenRoot, 'config'>, config: Result<FamilyConfig>): Result<OpenRoot> {
  // Whatever is wrong with a marker is in the marker; where the root lies is the verdict's part.
  const findings = config.findings.map((finding) => ({ ...finding, file: root.family.marker }));
  return config.ok
    ? { ...config, value: { ...root, config: config.value }, findings }
    : { ...config, findings };
}
