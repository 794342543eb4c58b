import { pinArtifact } from '@fixpoint/acquisition';
import {
  describeOrigin,
  isDirectoryName,
  LOCK_FILE,
  lockText,
  parseOriginSpec,
  type Lock,
  type LockedArtifact,
  type OriginSpec,
} from '@fixpoint/artifact-lock';
import {
  failure,
  success,
  ToolError,
  worseOutcome,
  type Finding,
  type Outcome,
  type Result,
  type Verdict,
} from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { applyChanges } from '@fixpoint/workspace-io';
import type { AcquireRequest } from './acquire';
import { networkOf } from './network';
import { incompletePin, noAssets, notADirectory, notPinned } from './pin-findings';
import type { OpenRoot } from './open-root';

/** One asset that is to be pinned. */
interface Wish {
  readonly triple: string;
  readonly origin: OriginSpec;
  readonly files: readonly string[];
}

/** Stands for the version in the assets that RULES.json names. */
const VERSION_PLACE = '{version}';

/**
 * Fetches assets that are not pinned yet, pins and keeps them. Of the assets that RULES.json names, what a target that is not
 * required lacks is a warning: it is left out, as it is of a union.
 */
export async function pinAssets(
  request: AcquireRequest,
  { opened, lock }: { opened: OpenRoot; lock: Lock },
): Promise<Verdict> {
  const wishes = wishesOf(request, opened);
  if (!wishes.ok) return verdictOf(opened, { findings: wishes.findings, outcome: 'usage' });
  const version = request.version ?? '';
  const pinned: LockedArtifact[] = [];
  const findings: Finding[] = [];
  let outcome: Outcome = 'clean';
  for (const [index, wish] of wishes.value.entries()) {
    opened.ports.progress.update(`acquire ${describeOrigin(wish.origin)}`, index, wishes.value.length);
    const isOptional = request.pin === true && wish.triple !== (opened.config as Manifest).targets.required;
    try {
      pinned.push(await pinOne(opened, { ...wish, version }));
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      findings.push(notPinned(wish.triple, error, isOptional));
      outcome = worseOutcome(outcome, isOptional ? 'clean' : 'environment');
    }
  }
  const written = await writeLock(opened, lock, pinned);
  return verdictOf(opened, { findings, outcome, written, compared: pinned.length });
}

function pinOne({ ports }: OpenRoot, wish: Wish & { version: string }): Promise<LockedArtifact> {
  const { version, triple: target, origin, files } = wish;
  return pinArtifact(ports.files.root, { version, target, origin, files, network: networkOf(ports.machine) });
}

async function writeLock(
  { ports }: OpenRoot,
  lock: Lock,
  pinned: readonly LockedArtifact[],
): Promise<readonly string[]> {
  if (pinned.length === 0) return [];
  const text = lockText({ ...lock, artifacts: [...lock.artifacts, ...pinned] });
  const { written } = await applyChanges(ports.files.root, {
    write: [{ path: LOCK_FILE, text }],
    remove: [],
  });
  return written;
}

function wishesOf(request: AcquireRequest, opened: OpenRoot): Result<readonly Wish[]> {
  const { version, triple, pin } = request;
  const manifest = opened.config as Manifest;
  if (pin === true) return configuredWishes(request, opened);
  const files = triple === undefined ? undefined : filesOf(manifest, triple);
  const origin = parseOriginSpec(pin ?? '');
  if (version === undefined || triple === undefined || files === undefined || origin === undefined) {
    return failure(incompletePin(opened.name, pin ?? ''));
  }
  const misnamed = [version, triple].find((name) => !isDirectoryName(name));
  return misnamed === undefined ? success([{ triple, origin, files }]) : failure(notADirectory(misnamed));
}

function configuredWishes(
  { version, triple }: AcquireRequest,
  { name, config }: OpenRoot,
): Result<readonly Wish[]> {
  const manifest = config as Manifest;
  if (version === undefined) return failure(incompletePin(name, ''));
  if (!isDirectoryName(version)) return failure(notADirectory(version));
  const wanted = manifest.targets.expected.filter((target) => triple === undefined || triple === target);
  const wishes = wanted.flatMap((target) => {
    const template = manifest.targets.assets?.[target];
    const origin = template && parseOriginSpec(template.replaceAll(VERSION_PLACE, version));
    const files = filesOf(manifest, target);
    return origin && files && isDirectoryName(target) ? [{ triple: target, origin, files }] : [];
  });
  return wishes.length === 0 ? failure(noAssets(triple)) : success(wishes);
}

function filesOf({ binaries }: Manifest, triple: string): readonly string[] | undefined {
  const files = Object.hasOwn(binaries, triple) ? binaries[triple]?.files : undefined;
  return files?.length === 0 ? undefined : files;
}

function verdictOf(
  { name }: OpenRoot,
  result: { findings: readonly Finding[]; outcome: Outcome; written?: readonly string[]; compared?: number },
): Verdict {
  return { target: 'acquire', root: name, drifts: [], removed: [], written: [], compared: 0, ...result };
}
