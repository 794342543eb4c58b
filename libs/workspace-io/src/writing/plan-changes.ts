import { dirname, join, posix } from 'node:path';
import { type Artifact, compareText, type RelativePath, ToolError } from '@fixpoint/model';
import type { FileSystem } from '../files/file-system';
import type { Jail } from '../files/jail';
import type { Planned } from './change-plan';
import { checkDestination, checkRemoval } from './destination';

/** What is to become of the files below a root. */
export interface Changes {
  /** Files that are to have exactly this text. */
  readonly write: readonly Artifact[];
  /** Regular files that are to go; one that is gone already is no problem. */
  readonly remove: readonly RelativePath[];
}

/**
 * Checks all changes without making any; the result is sorted by path. Throws one ToolError with everything that stands in the way.
 *
 * @req FP-WRITE-005
 */
export function planChanges(
  fileSystem: FileSystem,
  jail: Jail,
  { write, remove }: Changes,
): readonly Planned[] {
  const checks = [
    ...write.map((artifact) => () => planWrite(fileSystem, jail, artifact)),
    ...remove.map((path) => () => planRemoval(fileSystem, jail, path)),
  ];
  const problems: ToolError[] = [];
  const planned = checks.flatMap((check) => attempt(check, problems)).sort(byPath);
  problems.push(...clashes(planned));
  if (problems.length > 0) throw allOf(problems);
  return planned;
}

function planWrite(fileSystem: FileSystem, jail: Jail, { path, text }: Artifact): Planned {
  const place = jail.resolve(path);
  const destination = checkDestination(fileSystem, place, { path, bytes: Buffer.from(text, 'utf8') });
  return { path, real: place.real, ...destination };
}

function planRemoval(fileSystem: FileSystem, jail: Jail, path: RelativePath): Planned | undefined {
  const parent = jail.resolve(posix.dirname(path));
  const real = join(parent.real, posix.basename(path));
  const removal = checkRemoval(fileSystem, real, path);
  return removal && { path, real, directory: parent.real, removal };
}

function attempt(check: () => Planned | undefined, problems: ToolError[]): readonly Planned[] {
  try {
    const planned = check();
    return planned ? [planned] : [];
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    problems.push(error);
    return [];
  }
}

/** Two names of one file, or one file that would have to be a directory of another. */
function clashes(planned: readonly Planned[]): readonly ToolError[] {
  const byReal = new Map(planned.map((change) => [change.real, change]));
  return planned.flatMap((change) => {
    const twin = byReal.get(change.real);
    if (twin !== undefined && twin !== change) return [clash(change, `it is the same file as ${twin.path}`)];
    const above = fileAbove(change.real, byReal);
    return above ? [clash(change, `${above.path} is a file, not a directory`)] : [];
  });
}

function fileAbove(real: string, byReal: ReadonlyMap<string, Planned>): Planned | undefined {
  for (let path = dirname(real); path !== dirname(path); path = dirname(path)) {
    const found = byReal.get(path);
    if (found) return found;
  }
  return undefined;
}

function clash({ path }: Planned, reason: string): ToolError {
  return new ToolError(`cannot change ${path}: ${reason}`, {
    file: path,
    fix: 'give the two files names that do not meet',
  });
}

function allOf(problems: readonly ToolError[]): ToolError {
  const [first, ...others] = [...problems].sort((a, b) => compareText(a.message, b.message));
  if (first !== undefined && others.length === 0) return first;
  const list = [first, ...others].map((problem) => `\n  ${problem?.message}`).join('');
  return new ToolError(`${problems.length} files cannot be changed:${list}`, {
    cause: new AggregateError(problems),
    file: first?.file,
    fix: first?.fix,
  });
}

function byPath(a: Planned, b: Planned): number {
  return compareText(a.path, b.path);
}
