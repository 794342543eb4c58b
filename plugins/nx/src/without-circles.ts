/** An edge of the project graph, from a project to what it depends on. */
export interface Edge {
  readonly source: string;
  readonly target: string;
}

/**
 * Those of the wanted edges, in their order, that close no circle with the fixed ones and with those before them. Nx runs no `^build` over
 * a circle, so that an edge too many stops every build, and an edge too few only runs fewer tests.
 */
export function withoutCircles(fixed: readonly Edge[], wanted: readonly Edge[]): Edge[] {
  const targets = new Map<string, Set<string>>();
  const add = ({ source, target }: Edge): void => {
    const known = targets.get(source) ?? new Set();
    targets.set(source, known.add(target));
  };
  fixed.forEach(add);
  return wanted.filter((edge) => {
    if (reaches(targets, edge.target, edge.source)) return false;
    add(edge);
    return true;
  });
}

function reaches(targets: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  // A set is gone through in the order in which it grows.
  for (const project of seen) {
    if (project === to) return true;
    for (const target of targets.get(project) ?? []) seen.add(target);
  }
  return false;
}
