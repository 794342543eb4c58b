import type { SourceCommand } from '@fixpoint/help-parser';
import type { Ports } from '@fixpoint/model';
import {
  pathKey,
  type HiddenSource,
  type ProbeFailure,
  type SourceConfig,
  type ToolConfig,
} from '@fixpoint/surface-formats';
import type { CrawlRequest } from '../snapshot/crawl';
import { addHiddenCommands, provesItself } from '../snapshot/hidden-commands';
import type { SurfaceNode, SurfaceTree } from '../snapshot/surface-tree';
import type { ToolSession } from '../snapshot/tool-session';
import { openSource } from './registry';
import type { SourceAnswer, SourceKind } from './source';
import { unlistedCommands } from './unlisted-commands';

/** What one configured source gave. */
export interface SourceReading {
  readonly kind: SourceKind;
  readonly status: 'used' | 'failed';
  readonly note?: string;
  /** Its commands by `pathKey`. */
  readonly commands: ReadonlyMap<string, SourceCommand>;
  /** The document it was read from. */
  readonly text?: string;
}

/** A tree with what the second sources add to it. */
export interface SourcedTree {
  readonly tree: SurfaceTree;
  readonly readings: readonly SourceReading[];
  readonly failures: readonly ProbeFailure[];
}

/** What reading the sources of a tool needs. */
export interface SourceRequest {
  readonly ports: Ports;
  readonly session: ToolSession;
  readonly tree: SurfaceTree;
  readonly search: Pick<CrawlRequest, 'read' | 'maxDepth' | 'maxPages'>;
}

/** The sources of a tool in the order of trust; `completion` is the first. */
export function configuredSources({ completion, sources = [] }: ToolConfig): SourceConfig[] {
  return completion === undefined
    ? [...sources]
    : [{ kind: completion.format, args: completion.args }, ...sources];
}

/** Reads the second sources of a tool one after the other, each over the tree with what those before it have added. */
export async function readSources(request: SourceRequest): Promise<SourcedTree> {
  let { tree } = request;
  const readings: SourceReading[] = [];
  const failures: ProbeFailure[] = [];
  for (const config of configuredSources(request.session.tool)) {
    const found = await readSource({ ...request, tree }, config);
    tree = found.tree;
    readings.push(found.reading);
    failures.push(...found.failures);
  }
  return { tree: withEvidence(tree, readings), readings, failures };
}

interface ReadSource {
  readonly tree: SurfaceTree;
  readonly reading: SourceReading;
  readonly failures: readonly ProbeFailure[];
}

// What a source adds may have subcommands of its own, so it is asked again about what is new until nothing is.
async function readSource(request: SourceRequest, config: SourceConfig): Promise<ReadSource> {
  const { ports, session, search } = request;
  const { kind, source } = openSource({ ports, session, config });
  const commands = new Map<string, SourceCommand>();
  const failures: ProbeFailure[] = [];
  const answers: Extract<SourceAnswer, { ok: true }>[] = [];
  let { tree } = request;
  let asked: readonly SurfaceNode[] = [...tree.values()].filter(({ read }) => read !== undefined);
  while (asked.length > 0) {
    const answer = await source.read(
      asked.map(({ path }) => path),
      tree,
    );
    if (!answer.ok) {
      if (answers.length > 0) break;
      return { tree, reading: { kind, status: 'failed', note: answer.note, commands }, failures };
    }
    answers.push(answer);
    for (const command of answer.commands) commands.set(pathKey(command.path), command);
    const found = await addHiddenCommands(tree, {
      ...search,
      paths: unlistedCommands([...commands.values()], tree, session.tool.skipCommands),
      seenIn: kind.evidence,
      proves: kind.guessesCommands ? provesItself : () => true,
    });
    if (!kind.guessesCommands) failures.push(...found.failures);
    const before = tree;
    asked = [...found.tree]
      .filter(([key, { read }]) => !before.has(key) && read !== undefined)
      .map(([, node]) => node);
    tree = found.tree;
  }
  return {
    tree,
    reading: { kind, status: 'used', note: noteOf(answers), commands, text: answers[0]?.text },
    failures,
  };
}

function noteOf(answers: readonly Extract<SourceAnswer, { ok: true }>[]): string | undefined {
  const silent = answers.flatMap((answer) => answer.silent ?? []);
  const count = silent.reduce((sum, each) => sum + each.count, 0);
  return silent[0] === undefined ? undefined : `gave nothing for ${count} commands: ${silent[0].reason}`;
}

// A hidden command is marked with every source that knows it, not only with the one that was read first.
function withEvidence(tree: SurfaceTree, readings: readonly SourceReading[]): SurfaceTree {
  return new Map(
    [...tree].map(([key, node]) => [key, node.seenIn === undefined ? node : mark(node, readings)]),
  );
}

function mark(node: SurfaceNode, readings: readonly SourceReading[]): SurfaceNode {
  const knowing = readings.filter((reading) => knows(reading, node.path)).map(({ kind }) => kind.evidence);
  return { ...node, seenIn: [...new Set<HiddenSource>([...(node.seenIn ?? []), ...knowing])] };
}

function knows({ commands }: SourceReading, path: readonly string[]): boolean {
  const parent = commands.get(pathKey(path.slice(0, -1)));
  return parent?.subcommands.includes(path.at(-1) as string) ?? false;
}
