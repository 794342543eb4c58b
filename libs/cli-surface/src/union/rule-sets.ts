import type { Finding } from '@fixpoint/model';
import { pathKey, rawHelpPath, type Manifest, type SnapshotCommand } from '@fixpoint/surface-formats';
import {
  agreeingGenerators,
  agreeingTools,
  agreeingVersions,
  alikeProbes,
  namedTargets,
  presentVersions,
  uniqueUnits,
  type AgreementRule,
} from './agreement';
import { referenceConfiguration } from './reference-configuration';
import { repeatsByKey, repeatsByMeaning, type FlagBesideRoot } from './repeats-root-flag';
import type { HelpPageRef, UnionSource } from './source';
import type { ComparedField, UnitRules } from './unit';

/** A command of one input, whose help page is asked for. */
export interface CommandOfSource {
  readonly source: UnionSource;
  readonly command: SnapshotCommand;
  readonly version: string;
}

/** What the two rule sets do differently when snapshots are merged. */
export interface UnionRules {
  readonly command: UnitRules;
  readonly flag: UnitRules;
  readonly arg: UnitRules;
  /** What in the marker makes merging impossible. */
  configuration(manifest: Manifest, lenient: boolean): readonly Finding[];
  /** What the inputs must agree on. */
  readonly agreement: readonly AgreementRule[];
  /** What is remarked on without standing in the way. */
  readonly remarks: readonly AgreementRule[];
  repeatsRootFlag(flag: FlagBesideRoot): boolean;
  readonly namesFoldedFlags: boolean;
  readonly namesGenerator: boolean;
  helpPage(command: CommandOfSource): HelpPageRef | undefined;
  /** Evidence comes from captured help pages on disk. */
  readonly readsHelpPages: boolean;
  /** The time comes from `SOURCE_DATE_EPOCH`, else from the committed union as long as nothing else changes. */
  readonly freeTimestamp: boolean;
  /** Files that no target claims are told about. */
  readonly tellsIgnoredFiles: boolean;
}

const REFERENCE_FLAG = ['long', 'short', 'takes_value', 'value_name', 'repeatable'];
const HIDDEN = ['hidden', 'seen_in'];
const VALUE = ['default', 'choices', 'env'];

function compared(...names: readonly string[]): ComparedField[] {
  return names.map((name) => (SETS.has(name) ? { name, set: true } : { name }));
}

const SETS: ReadonlySet<string> = new Set(['aliases', 'choices', 'platforms']);

// Descriptions of flags and notes of arguments are prose that differs between platforms without meaning anything, and
// `seen_in` tells how a unit was found: neither is compared.
const FLAG_MEANING = compared(
  'aliases',
  'choices',
  'default',
  'env',
  'hidden',
  'platforms',
  'repeatable',
  'required',
  'short',
  'stability',
  'takes_value',
  'value_attached',
  'value_name',
  'value_names',
  'value_optional',
);

/** The strategies by `rules_schema_version`. */
export const UNION_RULES: Readonly<Record<Manifest['rulesSchemaVersion'], UnionRules>> = {
  1: {
    command: { carried: ['about', 'usage'], added: [], compared: compared('about', 'usage') },
    flag: {
      carried: REFERENCE_FLAG,
      added: [],
      compared: compared('repeatable', 'takes_value', 'value_name'),
    },
    arg: { carried: ['note'], added: [], compared: compared('required', 'variadic') },
    configuration: referenceConfiguration,
    agreement: [
      (inputs) => (inputs.manifest.union.requireSameTool ? agreeingTools(inputs) : []),
      (inputs) => (inputs.manifest.union.requireSameSemanticVersion ? agreeingVersions(inputs) : []),
      presentVersions,
    ],
    remarks: [],
    repeatsRootFlag: repeatsByKey,
    namesFoldedFlags: false,
    namesGenerator: false,
    helpPage: ({ source, command }) => source.helpPages?.get(pathKey(command.path)),
    readsHelpPages: true,
    freeTimestamp: true,
    tellsIgnoredFiles: false,
  },
  2: {
    command: {
      carried: ['about', 'usage'],
      added: ['stability', 'platforms', 'aliases', ...HIDDEN],
      compared: compared('about', 'aliases', 'hidden', 'platforms', 'stability', 'usage'),
    },
    flag: {
      carried: REFERENCE_FLAG,
      added: [
        'stability',
        'platforms',
        'aliases',
        'value_names',
        'value_optional',
        'value_attached',
        'required',
        ...VALUE,
        'description',
        ...HIDDEN,
      ],
      compared: FLAG_MEANING,
    },
    arg: {
      carried: ['note'],
      added: VALUE,
      compared: compared('choices', 'default', 'env', 'required', 'variadic'),
    },
    configuration: () => [],
    agreement: [
      agreeingTools,
      agreeingVersions,
      presentVersions,
      agreeingGenerators,
      namedTargets,
      uniqueUnits,
    ],
    remarks: [alikeProbes],
    repeatsRootFlag: repeatsByMeaning(FLAG_MEANING),
    namesFoldedFlags: true,
    namesGenerator: true,
    helpPage: committedDigest,
    readsHelpPages: false,
    freeTimestamp: false,
    tellsIgnoredFiles: true,
  },
};

// Captured pages are not committed, so only what the snapshot itself says of them gives the same union everywhere.
function committedDigest({ source, command, version }: CommandOfSource): HelpPageRef | undefined {
  return typeof command.help_sha256 === 'string'
    ? {
        ref: rawHelpPath(version, source.target, command.path),
        sha256: command.help_sha256,
      }
    : undefined;
}
