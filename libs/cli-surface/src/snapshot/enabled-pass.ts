import { flagKey } from '@fixpoint/artifact-schemas';
import {
  compareBytes,
  comparePaths,
  type FeatureRecord,
  type ProbeFailure,
  withoutAbsent,
} from '@fixpoint/surface-formats';
import type { FeatureSwitches } from './features';
import { mergePages, spellings } from './merge-pages';
import type { CrawlResult, SurfaceNode } from './surface-tree';

/** The surface with all features on laid over the default one, and what only appeared there. */
export interface EnabledSurface extends CrawlResult {
  readonly addedCommands: readonly (readonly string[])[];
  readonly addedFlags: readonly { readonly path: readonly string[]; readonly key: string }[];
}

/** Lays a second crawl over the first: nothing of the first is lost, what is new in the second is added and named. */
export function overlay(base: CrawlResult, second: CrawlResult): EnabledSurface {
  const tree = new Map(base.tree);
  const addedCommands: (readonly string[])[] = [];
  const addedFlags: { path: readonly string[]; key: string }[] = [];
  for (const [key, node] of second.tree) {
    const first = tree.get(key);
    if (first === undefined) addedCommands.push(node.path);
    else addedFlags.push(...newFlags(first, node));
    tree.set(key, first === undefined ? node : mergeNodes(first, node));
  }
  return {
    tree,
    failures: [...base.failures, ...newFailures(base, second)],
    addedCommands: addedCommands.sort(comparePaths),
    addedFlags: addedFlags.sort((a, b) => comparePaths(a.path, b.path) || compareBytes(a.key, b.key)),
  };
}

function newFlags(first: SurfaceNode, second: SurfaceNode): { path: readonly string[]; key: string }[] {
  if (first.read === undefined || second.read === undefined) return [];
  const known = new Set(first.read.page.flags.flatMap(spellings));
  return second.read.page.flags
    .filter((flag) => !spellings(flag).some((name) => known.has(name)))
    .map((flag) => ({ path: second.path, key: flagKey(flag) }));
}

// A page that only shows with features on is no page of the tool as it is: the failure stays.
function mergeNodes(first: SurfaceNode, second: SurfaceNode): SurfaceNode {
  if (first.read === undefined || second.read === undefined) return first;
  return { ...first, read: { ...first.read, page: mergePages(first.read.page, second.read.page) } };
}

// A page that fails either way is one failure, whatever the words.
function newFailures(base: CrawlResult, second: CrawlResult): ProbeFailure[] {
  const known = new Set(base.failures.map(({ path, kind }) => JSON.stringify([path, kind])));
  return second.failures
    .filter(({ path, kind }) => !known.has(JSON.stringify([path, kind])))
    .map((failure) => ({ ...failure, detail: `${failure.detail} (with all features enabled)` }));
}

/** The record of the feature switches (parity contract §2.7, with the fields of rules version 2). */
export function toFeatureRecord(
  switches: FeatureSwitches,
  added: Pick<EnabledSurface, 'addedCommands' | 'addedFlags'> | undefined,
): FeatureRecord {
  return withoutAbsent<FeatureRecord>({
    mode: 'default_plus_all_enabled',
    listed: switches.listed,
    probe_error: switches.problem,
    requested_enable: switches.listed && switches.requested,
    enabled_for_snapshot: unlessEmpty(switches.enabled),
    enable_failures: unlessEmpty(switches.failures),
    commands_added_when_all_enabled: added?.addedCommands,
    flags_added_when_all_enabled: added?.addedFlags,
  });
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
