/** A root that a target runs over. */
export interface TargetRoot {
  readonly root: string;
  readonly documents?: readonly string[];
}

/** The roots in the options of a target: its own and those of the same project; none in options of another kind. */
export function rootsOf(options: unknown): TargetRoot[] {
  if (!isRoot(options)) return [];
  const { root, documents, also } = options;
  const others = Array.isArray(also) ? also.filter(isRoot) : [];
  return [{ root, ...(documents && { documents }) }, ...others];
}

function isRoot(value: unknown): value is TargetRoot & { readonly also?: unknown } {
  return typeof (value as { readonly root?: unknown } | null | undefined)?.root === 'string';
}
