import {
  compareBytes,
  comparePaths,
  pathKey,
  withoutAbsent,
  type EvidencePlace,
  type EvidenceUse,
  type UnionFlag,
  type WrapperEvidence,
} from '@fixpoint/surface-formats';
import {
  scanWrapperSource,
  WRAPPER_SCAN_VERSION,
  type WrapperScan,
  type WrapperScanOptions,
} from '@fixpoint/wrapper-scan';
import { spellingsOf, type Upstream, type UpstreamCommand, type UpstreamUnit } from '@fixpoint/surface-units';
import type { WrapperSource } from './collect-evidence';

/** What the source of the wrapper passes; with the upstream surface, words are told apart from values of flags. */
export function scanSource(source: WrapperSource, upstream: Upstream | undefined): WrapperScan {
  return scanWrapperSource(source.files, upstream && scanOptions(upstream));
}

/** The record of a scan. */
export function toEvidence(source: WrapperSource, { uses, dynamic }: WrapperScan): WrapperEvidence {
  return {
    schema_version: 1,
    generator: { name: '@fixpoint/wrapper-scan', version: WRAPPER_SCAN_VERSION },
    source: withoutAbsent({
      package: source.package,
      version: source.version,
      files: source.files.map(({ path }) => path).sort(compareBytes),
    }),
    uses: uses.map(toUse).sort(compareUses),
    dynamic: dynamic.map(toPlace).sort(comparePlaces),
  };
}

function scanOptions(upstream: Upstream): WrapperScanOptions {
  const program = upstream.programName();
  return {
    ...(program === undefined ? {} : { program: [program] }),
    knownCommands: upstream.commands.flatMap(({ unit, record }) =>
      [unit.path.at(-1), ...(record.aliases ?? [])].map((last) =>
        last === undefined ? [] : [...unit.path.slice(0, -1), last],
      ),
    ),
    flagsTakingValue: byCommand(
      upstream,
      ({ takes_value, value_optional }) => takes_value && !value_optional,
    ),
    // Of a hidden flag nobody says whether it takes a value.
    flagsWithoutValue: byCommand(upstream, ({ takes_value, hidden }) => !takes_value && !hidden),
  };
}

/** The spellings of each command's flags that are of a kind, flags that were folded into the root included. */
function byCommand(upstream: Upstream, isOfKind: (flag: UnionFlag) => boolean): Map<string, Set<string>> {
  return new Map(
    upstream.commands.map((command) => {
      const flags = acceptedFlags(command, upstream).filter(({ record }) => isOfKind(record as UnionFlag));
      return [pathKey(command.unit.path), new Set(flags.flatMap(spellingsOf))];
    }),
  );
}

function acceptedFlags({ unit, record, flags }: UpstreamCommand, upstream: Upstream): UpstreamUnit[] {
  const folded = (record.folded_flags ?? []).flatMap(
    (name) => upstream.foldedFlag({ kind: 'flag', path: unit.path, name }) ?? [],
  );
  return [...flags, ...folded];
}

function toUse({ kind, path, key, places }: EvidenceUse): EvidenceUse {
  return withoutAbsent({ kind, path, key, places: places.map(toPlace).sort(comparePlaces) });
}

function toPlace({ file, line, column, note }: EvidencePlace): EvidencePlace {
  return withoutAbsent({ file, line, column, note });
}

function compareUses(a: EvidenceUse, b: EvidenceUse): number {
  return (
    comparePaths(a.path, b.path) || compareBytes(a.kind, b.kind) || compareBytes(a.key ?? '', b.key ?? '')
  );
}

function comparePlaces(a: EvidencePlace, b: EvidencePlace): number {
  return (
    compareBytes(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareBytes(a.note ?? '', b.note ?? '')
  );
}
