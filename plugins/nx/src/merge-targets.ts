import type { TargetConfiguration } from '@nx/devkit';
import type { ManifestRoot } from './manifest-root';
import type { Input } from './target-template';

/** The targets of one root. */
export interface RootTargets {
  readonly kind: ManifestRoot['kind'];
  readonly targets: Readonly<Record<string, TargetConfiguration>>;
}

/**
 * One set of targets for a project that holds several roots. Targets of the same name become one over all of them: whichever came last
 * would otherwise be the only one, and the others would no longer be checked.
 */
export function mergeTargets(sets: readonly RootTargets[]): Record<string, TargetConfiguration> {
  const merged = new Map<string, { kinds: Set<RootTargets['kind']>; target: TargetConfiguration }>();
  for (const { kind, targets } of sets)
    for (const [name, target] of Object.entries(targets)) {
      const first = merged.get(name);
      merged.set(name, {
        kinds: new Set([...(first?.kinds ?? []), kind]),
        target:
          first === undefined
            ? target
            : mergeTarget(first.target, target, {
                isSameKind: first.kinds.has(kind) && first.kinds.size === 1,
              }),
      });
    }
  return Object.fromEntries([...merged].map(([name, { target }]) => [name, target]));
}

function mergeTarget(
  first: TargetConfiguration,
  next: TargetConfiguration,
  { isSameKind }: { readonly isSameKind: boolean },
): TargetConfiguration {
  const inputs = unionOf<Input>(first.inputs, next.inputs);
  const isNeither = (input: Input): boolean =>
    isSameKind || !isExclusion(input) || (has(first.inputs, input) && has(next.inputs, input));
  return {
    ...first,
    options: mergeOptions(first.options, next.options),
    ...(first.cache && {
      // What one kind of root does not read, another one may: Markdown, for links.
      inputs: inputs.filter(isNeither),
      outputs: unionOf(first.outputs, next.outputs),
    }),
  };
}

function unionOf<T>(a: readonly T[] = [], b: readonly T[] = []): T[] {
  return [...new Map([...a, ...b].map((item) => [JSON.stringify(item), item])).values()];
}

function isExclusion(input: Input): boolean {
  return typeof input === 'string' && input.startsWith('!');
}

function has(inputs: readonly Input[] = [], input: Input): boolean {
  return inputs.includes(input);
}

interface RootOptions {
  readonly root: string;
  readonly documents?: readonly string[];
  readonly pluginVersion: string;
  readonly also?: readonly Omit<RootOptions, 'pluginVersion'>[];
}

// A directory that is a root of two kinds is looked at once: a target finds both there.
function mergeOptions(first: RootOptions, { pluginVersion: _version, ...next }: RootOptions): RootOptions {
  const isSame = (other: { readonly root: string; readonly documents?: readonly string[] }): boolean =>
    other.root === next.root && JSON.stringify(other.documents) === JSON.stringify(next.documents);
  if (isSame(first)) return { ...next, ...first };
  return { ...first, also: [...(first.also ?? []).filter((other) => !isSame(other)), next] };
}
