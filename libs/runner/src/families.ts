import { outputsOfContracts, type ContractsConfig } from '@fixpoint/contract-formats';
import type { AnyDerivation, Result } from '@fixpoint/model';
import {
  CONTRACTS_MARKER,
  MARKER,
  parseContractsConfig,
  parseManifest,
  parseRedoclyConfig,
  parseSupportConfig,
  REDOCLY_MARKER,
  SUPPORT_MARKER,
} from '@fixpoint/config';
import {
  CONTRACT_TARGETS as CONTRACT_DERIVATIONS,
  CONTRACT_VALIDATED,
  PARITY_TARGETS,
  SUPPORT_TARGETS,
  SUPPORT_VALIDATED,
  VALIDATED,
} from '@fixpoint/catalog';

/** A kind of root: the marker that makes one, how the marker is read, and what can be run over it. */
export interface Family {
  readonly id: string;
  readonly marker: string;
  parse(text: string, root: string): Result<FamilyConfig>;
  /** Derivations by target; a target runs its derivations in order. */
  readonly targets: Readonly<Record<string, readonly AnyDerivation[]>>;
  /** What `validate` derives again and compares. */
  readonly validated: readonly AnyDerivation[];
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
  marker: CONTRACTS_MARKER,
  parse: parseContractsConfig,
  targets: CONTRACT_DERIVATIONS,
  validated: CONTRACT_VALIDATED,
  outputs: (config) => Object.values(outputsOfContracts(config as ContractsConfig)).flat(),
};

/** The targets of a directory of contracts. */
export const CONTRACT_TARGETS: ReadonlySet<string> = new Set(Object.keys(CONTRACTS_FAMILY.targets));

/** The kinds of roots this product knows, in the order in which a directory is asked for their markers. */
export const FAMILIES: readonly Family[] = [
  { id: 'parity', marker: MARKER, parse: parseManifest, targets: PARITY_TARGETS, validated: VALIDATED },
  {
    id: 'support',
    marker: SUPPORT_MARKER,
    parse: parseSupportConfig,
    targets: SUPPORT_TARGETS,
    validated: SUPPORT_VALIDATED,
  },
  CONTRACTS_FAMILY,
  { ...CONTRACTS_FAMILY, id: 'redocly', marker: REDOCLY_MARKER, parse: parseRedoclyConfig },
];
