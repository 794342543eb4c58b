import { compare, valid } from 'semver';
import { z } from 'zod';
import { compareText, failure, isRelativePath, success, type Result } from '@fixpoint/model';
import { parseWrittenJson } from '@fixpoint/structured-text';
import { toFinding, type LockText, type Problem } from './lock-problem';
import { githubOrigin, npmOrigin } from './origin';

/** What names a directory, and nothing that a path would read as more. */
const DIRECTORY_NAME = /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/;

const directoryName = z
  .string()
  .regex(DIRECTORY_NAME, 'it names a directory: letters, digits, ".", "+", "_" and "-"');

const digest = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a lower-case sha256 in hex is needed'),
  size_bytes: z.int().min(1),
});

const place = { version: directoryName, target: directoryName };
const digests = {
  archive: digest.describe('The downloaded asset.'),
  binary: digest
    .extend({ file: z.string().min(1).refine(isRelativePath, 'a path inside the archive is needed') })
    .describe('The executable inside the unpacked archive, or the asset itself.'),
};

const artifact = z.discriminatedUnion('source', [
  z.strictObject({ ...place, ...npmOrigin, ...digests }),
  z.strictObject({ ...place, ...githubOrigin, ...digests }),
]);

const SOURCES = artifact.options.map(({ shape }) => JSON.stringify(shape.source.value));

/** Every key, in the order in which it is written at its level. */
const KEYS = [
  ...['$schema', 'lock_version', 'artifacts'],
  ...['version', 'target', 'source', 'package', 'repo', 'tag', 'asset', 'url', 'archive', 'binary'],
  ...['sha256', 'size_bytes', 'file'],
];

/** `artifacts.lock.json`: upstream artifacts, each pinned by digest before and after unpacking. */
export const lockSchema = z.strictObject({
  $schema: z.string().optional(),
  lock_version: z.literal(1),
  artifacts: z.array(artifact),
});

/** One pinned artifact. */
export type LockedArtifact = z.infer<typeof artifact>;

/** A lock file. */
export type Lock = z.infer<typeof lockSchema>;

/** The lock file's name in a root. */
export const LOCK_FILE = 'artifacts.lock.json';

/** A lock file that pins nothing yet. */
export const EMPTY_LOCK: Lock = { lock_version: 1, artifacts: [] };

/** The JSON Schema (2020-12) of the lock file. */
export function lockJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(lockSchema, { io: 'input' }) as Record<string, unknown>;
}

/** Whether a version or target can name the directory of an acquired artifact. */
export function isDirectoryName(name: string): boolean {
  return DIRECTORY_NAME.test(name);
}

/** Reads a lock file: every problem at once, with its position. */
export function parseLock(text: string, file: string): Result<Lock> {
  const parsed = parseWrittenJson(text, file, 'lock');
  return parsed.ok ? readLock(parsed.value, { text, file }) : parsed;
}

/** Reads a lock file whose text is JSON. */
export function readLock(value: unknown, { text, file }: LockText): Result<Lock> {
  const shape = lockSchema.safeParse(value);
  const problems = shape.success
    ? repeatedArtifacts(shape.data)
    : shape.error.issues.flatMap((issue) => toProblems(issue, value));
  if (!shape.success || problems.length > 0) {
    return failure(...problems.map((problem) => toFinding(problem, { text, file })));
  }
  return success(shape.data);
}

/**
 * The text of a lock file, canonical: keys in the order of the schema, entries by version, then target; of entries for the
 * same pair the last one stays.
 */
export function lockText({ artifacts, ...head }: Lock): string {
  const byIdentity = new Map(artifacts.map((entry) => [identityOf(entry), entry]));
  const sorted = [...byIdentity.values()].sort(
    (a, b) => compareVersions(a.version, b.version) || compareText(a.target, b.target),
  );
  return `${JSON.stringify({ ...head, artifacts: sorted }, KEYS, 2)}\n`;
}

function toProblems(issue: z.core.$ZodIssue, lock: unknown): Problem[] {
  const at = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ id: 'lock/unknown-key', at: [...at, key], message: 'unknown key' }));
  }
  if (issue.code !== 'invalid_union') return [{ id: 'lock/invalid-value', at, message: issue.message }];
  const message = `one of ${SOURCES.join(', ')} is needed`;
  return [{ id: 'lock/invalid-value', at, message }, ...problemsOfAnySource(lock, at.slice(0, -1))];
}

// Without a known source nothing else of the entry was looked at.
function problemsOfAnySource(lock: unknown, at: readonly (string | number)[]): Problem[] {
  const entry = at.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], lock);
  const { error } = z.looseObject({ ...place, ...digests }).safeParse(entry);
  return (error?.issues ?? []).map(({ path, message }) => ({
    id: 'lock/invalid-value',
    at: [...at, ...(path as (string | number)[])],
    message,
  }));
}

function repeatedArtifacts({ artifacts }: Lock): Problem[] {
  const seen = new Set<string>();
  return artifacts.flatMap((entry, index) => {
    const isFirst = !seen.has(identityOf(entry));
    seen.add(identityOf(entry));
    const message = `${entry.version} for ${entry.target} is pinned twice`;
    return isFirst ? [] : [{ id: 'lock/repeated-artifact', at: ['artifacts', index], message }];
  });
}

function identityOf({ version, target }: LockedArtifact): string {
  return `${version} ${target}`;
}

// Versions that are no semantic versions come last; otherwise the order would depend on which two are compared.
function compareVersions(a: string, b: string): number {
  const [isValidA, isValidB] = [valid(a) !== null, valid(b) !== null];
  if (isValidA !== isValidB) return isValidA ? -1 : 1;
  return (isValidA ? compare(a, b) : 0) || compareText(a, b);
}
