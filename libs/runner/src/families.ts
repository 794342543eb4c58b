import { outputsOfContracts, type ContractsConfig } from '@fixpoint/contract-formats';
import { success, type AnyDerivation, type FilePort, type Ports, type Result } from '@fixpoint/model';
import { PAGE_MARK } from '@fixpoint/requirements';
import {
  COMPLIANCE_PAGE,
  isReadme,
  outputsOfSpecs,
  SPEC_FOLDERS,
  SPECS_MARKER,
  type SpecsConfig,
} from '@fixpoint/spec-formats';
import {
  CONTRACTS_MARKER,
  DEFAULT_SPECS,
  MARKER,
  parseContractsConfig,
  parseManifest,
  parseRedoclyConfig,
  parseSpecsConfig,
  parseSupportConfig,
  REDOCLY_MARKER,
  specsOfDirectory,
  SUPPORT_MARKER,
} from '@fixpoint/config';
import {
  CONTRACT_TARGETS as CONTRACT_DERIVATIONS,
  CONTRACT_VALIDATED,
  PARITY_TARGETS,
  SPEC_TARGETS as SPEC_DERIVATIONS,
  SPEC_VALIDATED,
  SUPPORT_TARGETS,
  SUPPORT_VALIDATED,
  VALIDATED,
} from '@fixpoint/catalog';

/** A kind of root: the marker that makes one, how the marker is read, and what can be run over it. */
export interface Family {
  readonly id: string;
  /** What such roots hold. Of several markers of one kind in a directory the first counts; roots of different kinds stand side by side. */
  readonly kind: string;
  readonly marker: string;
  parse(text: string, root: string): Result<FamilyConfig>;
  /** The configuration of a directory that needs no marker to be such a root; nothing for one that is none. */
  implied?(ports: Ports, root: string): Promise<Result<FamilyConfig> | undefined>;
  /** Derivations by target; a target runs its derivations in order. */
  readonly targets: Readonly<Record<string, readonly AnyDerivation[]>>;
  /** What `validate` derives again and compares. */
  readonly validated: readonly AnyDerivation[];
  /** The key of the marker that switches a target off, if it is switched off. */
  switchedOff?(config: FamilyConfig, target: string): string | undefined;
  /** Globs of what is written where the marker says, which no derivation owns by its name. */
  outputs?(config: FamilyConfig): readonly string[];
}

/** What the runner itself needs of a parsed marker; the rest is for the derivations. */
export interface FamilyConfig {
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'note' | 'off'>>;
  /** 1 where every violation of the parity contract is told, whatever else says the same. */
  readonly rulesSchemaVersion?: 1 | 2;
}

/** A directory of contracts. */
export const CONTRACTS_FAMILY: Family = {
  id: 'contracts',
  kind: 'contracts',
  marker: CONTRACTS_MARKER,
  parse: parseContractsConfig,
  targets: CONTRACT_DERIVATIONS,
  validated: CONTRACT_VALIDATED,
  outputs: (config) => Object.values(outputsOfContracts(config as ContractsConfig)).flat(),
};

/** Looking into one directory is all that it costs a root of another kind. */
async function hasSpecs(files: FilePort): Promise<boolean> {
  const folders = (await files.directories('.')).filter((name) => SPEC_FOLDERS.includes(name));
  if (folders.length === 0) return false;
  // What cannot be listed is told by the derivation that reads it.
  return files.list(DEFAULT_SPECS).then(
    (specs) => specs.some((file) => !isReadme(file)),
    () => true,
  );
}

/** Whether there is an index whose specs are gone: that nothing states these requirements any more has to be told. */
async function hasIndex(files: FilePort): Promise<boolean> {
  const [page] = await files.list([COMPLIANCE_PAGE]);
  return page !== undefined && ((await files.readText(page)) ?? '').startsWith(PAGE_MARK);
}

/** The section of a `SPECS.json` that each target is about. */
const SPEC_SECTION_OF: Readonly<Record<string, 'specs' | 'lint' | 'trace' | 'links' | 'steps'>> = {
  'spec-extract': 'specs',
  'spec-lint': 'lint',
  trace: 'trace',
  'link-check': 'links',
  'link-check-external': 'links',
  stepcheck: 'steps',
};

/** A directory of specs, or of Markdown and features that are checked. */
export const SPECS_FAMILY: Family = {
  id: 'specs',
  kind: 'specs',
  marker: SPECS_MARKER,
  parse: parseSpecsConfig,
  implied: async ({ files }, root) =>
    (await hasSpecs(files)) || (await hasIndex(files)) ? success(specsOfDirectory(root)) : undefined,
  targets: SPEC_DERIVATIONS,
  validated: SPEC_VALIDATED,
  switchedOff: (config, target) => {
    const section = SPEC_SECTION_OF[target];
    return section !== undefined && (config as SpecsConfig)[section] === undefined ? section : undefined;
  },
  outputs: (config) => outputsOfSpecs(config as SpecsConfig),
};

/** The targets of a directory of contracts. */
export const CONTRACT_TARGETS: ReadonlySet<string> = new Set(Object.keys(CONTRACTS_FAMILY.targets));

/** The targets of a directory of specs. */
export const SPEC_TARGETS: ReadonlySet<string> = new Set(Object.keys(SPECS_FAMILY.targets));

/** The kinds of roots this product knows, in the order in which a directory is asked for their markers. */
export const FAMILIES: readonly Family[] = [
  {
    id: 'parity',
    kind: 'tool',
    marker: MARKER,
    parse: parseManifest,
    targets: PARITY_TARGETS,
    validated: VALIDATED,
  },
  {
    id: 'support',
    kind: 'matrix',
    marker: SUPPORT_MARKER,
    parse: parseSupportConfig,
    targets: SUPPORT_TARGETS,
    validated: SUPPORT_VALIDATED,
  },
  CONTRACTS_FAMILY,
  { ...CONTRACTS_FAMILY, id: 'redocly', marker: REDOCLY_MARKER, parse: parseRedoclyConfig },
  SPECS_FAMILY,
];
