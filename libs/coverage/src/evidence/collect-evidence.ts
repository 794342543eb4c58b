import { compare, valid } from 'semver';
import {
  readNamedDirectory,
  relativePath,
  failureOf,
  success,
  type Finding,
  type PackageFile,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import { compareBytes, type EvidenceConfig, type Manifest } from '@fixpoint/surface-formats';
import { EVIDENCE_FILE, unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';

/** The source of the wrapper as it was read. */
export interface WrapperSource {
  /** The npm package and its version, when it is one. */
  readonly package?: string;
  readonly version?: string;
  /** Where the files lie, relative to the root. */
  readonly directory: string;
  /** Paths are relative to that directory. */
  readonly files: readonly PackageFile[];
}

/** What is read for the evidence. */
export interface EvidenceFacts {
  /** Absent when the root asks for no evidence, or when its package is not installed. */
  readonly source?: WrapperSource;
  /** The committed evidence. */
  readonly committed?: string;
  /** The committed `wrapper_coverage.json`. */
  readonly coverage?: string;
  /** The newest committed union. */
  readonly union?: { readonly version: string; readonly text: string };
}

/** Reads the wrapper's source and the committed files that it is compared with. */
export async function collectEvidence(
  ports: Ports,
  { wrapper }: Manifest,
  { check }: Scope,
): Promise<Result<EvidenceFacts>> {
  const config = wrapper?.evidence;
  if (config === undefined) return success({});
  const committed = await ports.files.readText(EVIDENCE_FILE);
  const source = await readSource(ports, config);
  // A measurement that cannot be made again here stands, as far as it can be read; making one needs the package.
  if (source === undefined && !(check && committed !== undefined)) {
    return failureOf('environment', notInstalled(config));
  }
  return success({
    source,
    committed,
    coverage: await ports.files.readText(WRAPPER_COVERAGE_FILE),
    union: await newestUnion(ports),
  });
}

async function readSource(ports: Ports, config: EvidenceConfig): Promise<WrapperSource | undefined> {
  if (config.package === undefined) {
    const directory = config.directory ?? '.';
    return { directory, files: await readNamedDirectory(ports, directory, config.files) };
  }
  const found = await ports.packages.find(config.package, ports.files.root);
  if (found === undefined) return undefined;
  return {
    package: found.name,
    version: found.version,
    directory: relativePath(ports.files.root, found.directory),
    files: await ports.packages.readFiles(found.directory, config.files),
  };
}

/** What is said where the wrapper's package cannot be found. */
export function notInstalled({ package: name = '' }: EvidenceConfig): Finding {
  return {
    id: 'evidence/package-not-installed',
    severity: 'error',
    message: `${name}, whose source is the evidence of what the wrapper passes, is not installed`,
    file: 'RULES.json',
    path: '/wrapper/evidence/package',
    actual: name,
    fix: `npm install --save-dev ${name}`,
  };
}

async function newestUnion({ files }: Ports): Promise<EvidenceFacts['union']> {
  const paths = await files.list(['snapshots/*/union.json']);
  const version = paths
    .map((path) => path.split('/')[1] ?? '')
    .sort(compareVersions)
    .at(-1);
  const text = version === undefined ? undefined : await files.readText(unionFile(version));
  return version === undefined || text === undefined ? undefined : { version, text };
}

// Names that are no semantic version come before those that are.
function compareVersions(a: string, b: string): number {
  if (valid(a) && valid(b)) return compare(a, b) || compareBytes(a, b);
  return Number(valid(a) !== null) - Number(valid(b) !== null) || compareBytes(a, b);
}
