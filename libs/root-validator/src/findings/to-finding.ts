import type { Position } from '@fixpoint/model';
import { positionOfPointer } from '@fixpoint/structured-text';
import { withoutAbsent } from '@fixpoint/surface-formats';
import { textAt, type RootView, type Tree } from '../view/tree';
import { findingId } from './codes';
import type { ReferenceFinding, Violation } from './violation';

/** Gives a violation its id and its place in the text. */
export function toFinding(violation: Violation, view: RootView): ReferenceFinding {
  return locate(violation, { tree: view, file: violation.path });
}

/** The same for a violation in the workspace around the root. */
export function toWorkspaceFinding(violation: Violation, workspace: NonNullable<RootView['workspace']>) {
  return locate(violation, { tree: workspace, file: fromRoot(workspace.rootPath, violation.path) });
}

function locate(violation: Violation, at: { readonly tree: Tree; readonly file: string }): ReferenceFinding {
  const { code, message, fix, path, pointer, unit, commandPath, keyOrName, field, target, details } =
    violation;
  return withoutAbsent({
    id: findingId(code),
    code,
    severity: 'error',
    message,
    file: at.file,
    position: violation.position ?? positionOf(violation, at.tree),
    path: pointer,
    expected: violation.expected,
    actual: violation.actual,
    fix,
    violation: withoutAbsent({ path, pointer, unit, commandPath, keyOrName, field, target, details }),
  });
}

function positionOf({ path, pointer, place }: Violation, tree: Tree): Position | undefined {
  const wanted = place ?? pointer;
  const text = wanted === undefined ? undefined : textAt(tree, path);
  return wanted === undefined || text === undefined ? undefined : positionOfPointer(text, wanted);
}

/** A path of the workspace relative to a root in it. */
export function fromRoot(rootPath: string, path: string): string {
  const [source, destination] = [rootPath, path].map((each) => each.split('/').filter((part) => part !== ''));
  if (source === undefined || destination === undefined) return path;
  let shared = 0;
  while (shared < source.length && source[shared] === destination[shared]) shared += 1;
  return [...source.slice(shared).map(() => '..'), ...destination.slice(shared)].join('/');
}
