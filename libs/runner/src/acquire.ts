import { acquireArtifact, ARTIFACTS_DIRECTORY, isAcquired, pinArtifact } from '@fixpoint/acquisition';
import {
  describeOrigin,
  EMPTY_LOCK,
  isDirectoryName,
  LOCK_FILE,
  lockText,
  parseLock,
  parseOriginSpec,
  type Lock,
  type LockedArtifact,
} from '@fixpoint/artifact-lock';
import { success, type Finding, type Result, type Verdict } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { applyChanges } from '@fixpoint/workspace-io';
import { faultVerdict } from './fault-verdict';
import { networkOf } from './network';
import { openRoot, type OpenRoot } from './run-target';
import { placeRoot, type RootRequest } from './root-place';

/** What is to be fetched. */
export interface AcquireRequest extends RootRequest {
  /** One version only; everything the lock file pins otherwise. */
  readonly version?: string;
  readonly triple?: string;
  /** `name@1.2.3` of npm or `github:owner/repo@tag#asset`, to be pinned for `version` and `triple`. */
  readonly pin?: string;
}

const TARGET = 'acquire';

/**
 * Fetches pinned artifacts into `.fixpoint/artifacts` of the root, verified before and after unpacking. The only function of
 * the product that downloads; it runs when a user or CI asks for it. Never throws.
 */
export async function acquire(request: AcquireRequest): Promise<Verdict> {
  const place = placeRoot(request);
  const misused = (findings: readonly Finding[]): Verdict => ({
    ...EMPTY,
    target: TARGET,
    root: place.name,
    outcome: 'usage',
    findings,
  });
  try {
    const opened = await openRoot(place);
    if (!opened.ok) return misused(opened.findings);
    const lock = await readLock(opened.value);
    if (!lock.ok) return misused(lock.findings);
    if (request.pin !== undefined) return await pin(request, { opened: opened.value, lock: lock.value });
    const wanted = lock.value.artifacts.filter((entry) => isWanted(entry, request));
    if (wanted.length === 0) return misused([nothingPinned(place.name, request)]);
    return {
      ...EMPTY,
      target: TARGET,
      root: place.name,
      written: await fetchAll(opened.value, wanted),
      compared: wanted.length,
    };
  } catch (error) {
    return faultVerdict(error, { target: TARGET, root: place.name, absoluteRoot: place.ports.files.root });
  } finally {
    place.ports.progress.end();
  }
}

const EMPTY = { outcome: 'clean', findings: [], drifts: [], written: [], removed: [], compared: 0 } as const;

async function readLock({ ports }: OpenRoot): Promise<Result<Lock>> {
  const text = await ports.files.readText(LOCK_FILE);
  return text === undefined ? success(EMPTY_LOCK) : parseLock(text, LOCK_FILE);
}

function isWanted(entry: LockedArtifact, { version, triple }: AcquireRequest): boolean {
  return (version ?? entry.version) === entry.version && (triple ?? entry.target) === entry.target;
}

async function fetchAll({ ports }: OpenRoot, wanted: readonly LockedArtifact[]): Promise<string[]> {
  const fetched: string[] = [];
  for (const [index, artifact] of wanted.entries()) {
    ports.progress.update(`acquire ${describeOrigin(artifact)}`, index, wanted.length);
    if (await isAcquired(ports.files.root, artifact)) continue;
    await acquireArtifact(ports.files.root, artifact, networkOf(ports.machine));
    const { version, target, binary } = artifact;
    fetched.push([ARTIFACTS_DIRECTORY, version, target, binary.file].join('/'));
  }
  return fetched;
}

async function pin(
  { version, triple, pin: spec = '' }: AcquireRequest,
  { opened, lock }: { opened: OpenRoot; lock: Lock },
): Promise<Verdict> {
  const base = { ...EMPTY, target: TARGET, root: opened.name };
  const files = triple === undefined ? undefined : filesOf(opened.config as Manifest, triple);
  const origin = parseOriginSpec(spec);
  if (version === undefined || triple === undefined || files === undefined || origin === undefined) {
    return { ...base, outcome: 'usage', findings: [incompletePin(opened.name, spec)] };
  }
  const misnamed = [version, triple].find((name) => !isDirectoryName(name));
  if (misnamed !== undefined) return { ...base, outcome: 'usage', findings: [notADirectory(misnamed)] };
  opened.ports.progress.update(`acquire ${spec}`, 0, 1);
  const network = networkOf(opened.ports.machine);
  const request = { version, target: triple, origin, files, network };
  const entry = await pinArtifact(opened.ports.files.root, request);
  const { written } = await applyChanges(opened.ports.files.root, {
    write: [{ path: LOCK_FILE, text: lockText({ ...lock, artifacts: [...lock.artifacts, entry] }) }],
    remove: [],
  });
  return { ...base, written, compared: 1 };
}

function filesOf({ binaries }: Manifest, triple: string): readonly string[] | undefined {
  const files = Object.hasOwn(binaries, triple) ? binaries[triple]?.files : undefined;
  return files?.length === 0 ? undefined : files;
}

function nothingPinned(root: string, { version, triple }: AcquireRequest): Finding {
  const asked = [version, triple].filter((part) => part !== undefined).join(' for ');
  return {
    id: 'acquire/nothing-pinned',
    severity: 'error',
    message: `${LOCK_FILE} pins nothing${asked === '' ? '' : ` of ${asked}`}`,
    file: LOCK_FILE,
    fix: `fixpoint acquire --root ${root} --version <version> --target <triple> --pin <package>@<exact version>`,
  };
}

function incompletePin(root: string, spec: string): Finding {
  return {
    id: 'acquire/incomplete-pin',
    severity: 'error',
    message:
      'to pin an artifact, its version, its target (with "files" of a binary in RULES.json) and exactly one asset are needed',
    file: LOCK_FILE,
    actual: spec,
    expected: '<package>@1.2.3 or github:<owner>/<repository>@<tag>#<asset>',
    fix: `fixpoint acquire --root ${root} --version 1.2.3 --target <triple> --pin <package>@1.2.3`,
  };
}

function notADirectory(name: string): Finding {
  return {
    id: 'usage/directory-name',
    severity: 'error',
    message: `${JSON.stringify(name)} cannot name a directory below ${ARTIFACTS_DIRECTORY}`,
    file: '.',
    actual: name,
    fix: 'name version and target by letters, digits, ".", "+", "_" and "-" only: --version 1.2.3 --target x86_64-unknown-linux-musl',
  };
}
