import { relative } from 'node:path';
import type { Finding, Ports, Scope } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { positionOfPointer, toPointer } from '@fixpoint/structured-text';
import type { Executable, ExecutableProblem } from './executable';
import { MARKER, snapshotFinding } from './findings';

/** A file that was looked at, and the target it was to be measured as. */
interface File {
  readonly path: string;
  readonly target?: string;
}

/** What a user is told about executables. */
export interface BinaryFindings {
  unexpectedTarget(target: string): Finding;
  notConfigured(severity: 'error' | 'note'): Finding;
  missing(target: string, version: string | undefined): Finding;
  problem(file: File, problem: ExecutableProblem): Finding;
  version(executable: Executable, detail: string): Finding;
  otherVersion(executable: Executable, found: string, wanted: string): Finding;
}

/** Findings with their place in the marker of the root. */
export async function binaryFindings(
  ports: Ports,
  manifest: Manifest,
  scope: Scope,
): Promise<BinaryFindings> {
  const marker = await ports.files.readText(MARKER);
  const at = (...segments: string[]): Pick<Finding, 'file' | 'path' | 'position'> => {
    const path = toPointer(segments);
    return {
      file: MARKER,
      path,
      position: marker === undefined ? undefined : positionOfPointer(marker, path),
    };
  };
  const place = ({ path, target }: File) => {
    if (path === scope.binary) return { file: relative(ports.files.root, path).replaceAll('\\', '/') };
    return target === undefined ? at('targets') : at('targets', target, 'binary');
  };
  const { root } = manifest;
  return {
    unexpectedTarget: (target) =>
      snapshotFinding('target-unexpected', {
        ...at('targets'),
        message: `${target} is not a target of this root`,
        expected: manifest.targets.expected.join(', '),
        actual: target,
        fix: fixCommand('snapshot', { root, version: scope.version, target: manifest.targets.required }),
      }),
    notConfigured: (severity) =>
      snapshotFinding('no-binary-configured', {
        ...at('targets'),
        severity,
        message:
          'no target of this root has a binary, so nothing can be measured; committed snapshots stay as they are',
        fix: withBinary(fixCommand('snapshot', { root, version: scope.version })),
      }),
    missing: (target, version) =>
      snapshotFinding('binary-missing', {
        ...at('targets', target, 'binary'),
        message: `no executable for ${target}${version === undefined ? '' : ` of version ${version}`}: ${placesOf(manifest, target)}`,
        fix: howToGet(manifest, target, version),
      }),
    problem: (file, { kind, detail }) =>
      snapshotFinding(`binary-${kind}`, {
        ...place(file),
        message: `${file.path} cannot be measured${file.target === undefined ? '' : ` as ${file.target}`}: ${detail}`,
        fix: FIXES[kind](file, manifest),
      }),
    version: ({ path, target }, detail) =>
      snapshotFinding('version-failed', {
        ...place({ path, target }),
        message: `${path} does not tell its version: ${detail}`,
        fix: `run ${path} ${manifest.tool?.versionArgs.join(' ') ?? '--version'} to see why; "version_args" in ${MARKER} says how the version is asked for`,
      }),
    otherVersion: ({ path, target }, found, wanted) =>
      snapshotFinding('version-mismatch', {
        ...place({ path, target }),
        message: `${path} is version ${found}, wanted is ${wanted}`,
        expected: wanted,
        actual: found,
        fix: howToGet(manifest, target, wanted),
      }),
  };
}

function placesOf(manifest: Manifest, target: string): string {
  const source = manifest.binaries[target];
  if (source === undefined) return `${MARKER} names none`;
  const named = source.path ?? (source.package && `the package ${source.package}`);
  return `looked for ${named}, then in .fixpoint/artifacts`;
}

function howToGet(manifest: Manifest, target: string, version: string | undefined): string {
  const { root } = manifest;
  const source = manifest.binaries[target];
  const named = withBinary(fixCommand('snapshot', { root, version, target }));
  if (source === undefined) return named;
  const install = source.package === undefined || version !== undefined ? [] : ['npm install'];
  return [...install, fixCommand('acquire', { root, version, target }), named].join(', or ');
}

function withBinary(command: string, path = '<path of the executable>'): string {
  return `${command} --binary ${path}`;
}

type Fix = (file: File, manifest: Manifest) => string;

const nameAnother: Fix = ({ target }, { root }) => withBinary(fixCommand('snapshot', { root, target }));

const FIXES: Readonly<Record<ExecutableProblem['kind'], Fix>> = {
  absent: nameAnother,
  'not-a-file': nameAnother,
  'not-executable': ({ path }) => `chmod +x ${path}`,
  'unknown-format': nameAnother,
  'target-mismatch': ({ target }, manifest) =>
    target === undefined
      ? `add the target of this executable to "targets" in ${MARKER}`
      : `correct "binary" of ${target} in ${MARKER}, or ${nameAnother({ path: '', target }, manifest)}`,
  'target-unknown': ({ path }, { root, targets }) =>
    withBinary(fixCommand('snapshot', { root, target: targets.required }), path),
  'not-runnable': ({ target }) =>
    `run this on a machine of that platform, or set "runner" of ${target ?? 'its target'} in ${MARKER} to an emulator on PATH and the variables of its "runner_env"`,
};
