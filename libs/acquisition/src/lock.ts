import { compare, valid } from 'semver';
import { z } from 'zod';
import { compareText, failure, isRelativePath, success, type Finding, type Result } from '@fixpoint/model';
import { parseJson, positionOfPointer, toPointer } from '@fixpoint/structured-text';

/** What names a directory, and nothing that a path would read as more. */
const DIRECTORY_NAME = /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/;
/** `name@1.2.3` or `@scope/name@1.2.3-tag`: no range, no tag, no address, nothing that npm would read as an option. */
const EXACT_SPEC = /^(?:@[0-9a-z~][\w.~-]*\/)?[0-9A-Za-z~][\w.~-]*@\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

const directoryName = z
  .string()
  .regex(DIRECTORY_NAME, 'it names a directory: letters, digits, ".", "+", "_" and "-"');

const digest = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a lower-case sha256 in hex is needed'),
  size_bytes: z.int().min(1),
});

const artifact = z.strictObject({
  version: directoryName,
  target: directoryName,
  source: z.literal('npm'),
  package: z
    .string()
    .regex(EXACT_SPEC, 'an npm package with an exact version is needed, such as name@1.2.3')
    .describe('The package spec, with an exact version.'),
  archive: digest.describe('The downloaded archive.'),
  binary: digest
    .extend({ file: z.string().min(1).refine(isRelativePath, 'a path inside the package is needed') })
    .describe('The executable inside the unpacked package.'),
});

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

/** Whether a package spec says exactly one version of one npm package. */
export function isExactSpec(spec: string): boolean {
  return EXACT_SPEC.test(spec);
}

/** Reads a lock file: every problem at once, with its position. */
export function parseLock(text: string, file: string): Result<Lock> {
  const parsed = parseJson(text, file, 'lock');
  if (!parsed.ok) return parsed;
  const shape = lockSchema.safeParse(parsed.value);
  const problems = shape.success ? repeatedArtifacts(shape.data) : shape.error.issues.flatMap(toProblems);
  if (!shape.success || problems.length > 0) {
    return failure(...problems.map((problem) => toFinding(problem, { text, file })));
  }
  return success(shape.data);
}

/** The text of a lock file: sorted by version, then target; of entries for the same pair the last one stays. */
export function lockText({ artifacts, ...head }: Lock): string {
  const byIdentity = new Map(artifacts.map((entry) => [identityOf(entry), entry]));
  const sorted = [...byIdentity.values()].sort(
    (a, b) => compareVersions(a.version, b.version) || compareText(a.target, b.target),
  );
  return `${JSON.stringify({ ...head, artifacts: sorted }, null, 2)}\n`;
}

interface Problem {
  readonly id: string;
  readonly at: readonly (string | number)[];
  readonly message: string;
}

function toProblems(issue: z.core.$ZodIssue): Problem[] {
  const at = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ id: 'lock/unknown-key', at: [...at, key], message: 'unknown key' }));
  }
  return [{ id: 'lock/invalid-value', at, message: issue.message }];
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

function toFinding({ id, at, message }: Problem, { text, file }: { text: string; file: string }): Finding {
  const pointer = toPointer(at);
  return {
    id,
    severity: 'error',
    message: `${pointer || 'the document'}: ${message}`,
    file,
    path: pointer,
    position: positionOfPointer(text, pointer),
    fix: `correct ${file}, or remove the entry and pin it again with "fixpoint acquire --pin"`,
  };
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
