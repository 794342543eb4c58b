import { acquireArtifact, ARTIFACTS_DIRECTORY, isAcquired } from '@fixpoint/acquisition';
import {
  describeOrigin,
  EMPTY_LOCK,
  LOCK_FILE,
  parseLock,
  type Lock,
  type LockedArtifact,
} from '@fixpoint/artifact-lock';
import { success, type Finding, type Result, type Verdict } from '@fixpoint/model';
import { faultVerdict } from './fault-verdict';
import { networkOf } from './network';
import { pinAssets } from './pin-assets';
import { openRoot, type OpenRoot } from './open-root';
import { placeRoot, type RootRequest } from './root-place';

/** What is to be fetched. */
export interface AcquireRequest extends RootRequest {
  /** One version only; everything the lock file pins otherwise. */
  readonly version?: string;
  readonly triple?: string;
  /**
   * `name@1.2.3` of npm or `github:owner/repo@tag#asset`, to be pinned for `version` and `triple`; `true` for the assets that
   * RULES.json names for its targets.
   */
  readonly pin?: string | true;
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
    if (request.pin !== undefined)
      return await pinAssets(request, { opened: opened.value, lock: lock.value });
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
