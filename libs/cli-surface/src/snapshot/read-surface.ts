import type { Ports } from '@fixpoint/model';
import {
  pathKey,
  withoutAbsent,
  type ProbeFailure,
  type ProbeRecord,
  type ToolConfig,
} from '@fixpoint/surface-formats';
import { preferSources, readSources, sourceRecords, unlistedFlags, type CheckedPages } from '../sources';
import type { KnownSurface } from './committed';
import { crawl, type CrawlRequest } from './crawl';
import { overlay, type EnabledSurface } from './enabled-pass';
import { enableArgs, readFeatures, type FeatureSwitches } from './features';
import { flagProbe, type FlagProbe } from './flag-probe';
import { addHiddenCommands, provesItself } from './hidden-commands';
import { findHiddenFlags, formerFlags, shownFlags } from './hidden-flags';
import { pageReader } from './page-reader';
import type { Surface } from './surface';
import type { CrawlResult, SurfaceTree } from './surface-tree';
import type { ToolSession } from './tool-session';

/** A surface, or why not even the tool's own page could be read. */
export type SurfaceOutcome =
  | { readonly ok: true; readonly surface: Surface }
  | { readonly ok: false; readonly failure: ProbeFailure };

/** What reading a surface needs. */
export interface SurfaceRequest {
  readonly ports: Ports;
  readonly session: ToolSession;
  /** What committed snapshots of the same target have: what the probe asks for. */
  readonly known: KnownSurface;
}

/** Reads the whole surface of an executable: its pages, its features, its second sources, and what it hides. */
export async function readSurface(request: SurfaceRequest): Promise<SurfaceOutcome> {
  const { session } = request;
  const { tool } = session;
  const visible = await readVisible(session);
  const root = visible.visible.tree.get(pathKey([]))?.read;
  if (root === undefined) return { ok: false, failure: visible.visible.failures[0] as ProbeFailure };
  const probe = tool.probeFlags ? flagProbe(session) : undefined;
  const hidden = await readHidden({ ...request, visible: visible.visible, probe });
  const { tree, readings, flags: hiddenFlags } = hidden;
  const record: ProbeRecord = withoutAbsent<ProbeRecord>({
    dialect: root.page.dialect,
    ...callRecord(tool, hidden),
    ...sourceRecords(tool, readings, checkedPages(tool, tree, visible)),
    flag_probe: probe === undefined ? 'off' : await probe.status(),
  });
  return {
    ok: true,
    surface: {
      tree: preferSources(tree, readings),
      hiddenFlags,
      features: visible.switches,
      added: visible.added,
      documents: readings.flatMap(({ kind, text }) =>
        text === undefined ? [] : [{ kind: kind.kind, text }],
      ),
      probe: record,
    },
  };
}

// Sources are asked with the features as they are by default, and so are the pages that they are compared with.
function checkedPages(tool: ToolConfig, tree: SurfaceTree, { plain, added }: Visible): CheckedPages {
  const onlyEnabled = new Set(added?.addedCommands.map(pathKey));
  const pages = [...tree].flatMap(([key, node]) => {
    const read = plain.tree.get(key)?.read ?? node.read;
    return read === undefined || onlyEnabled.has(key)
      ? []
      : [[key, { path: node.path, page: read.page }] as const];
  });
  return { pages: new Map(pages), helpFlag: tool.helpFlag, isThere: (path) => tree.has(pathKey(path)) };
}

function callRecord(
  { helpForm, columns }: ToolConfig,
  { tree, failures }: CrawlResult,
): Omit<ProbeRecord, 'dialect' | 'completion' | 'sources' | 'flag_probe'> {
  const pages = [...tree.values()].filter(({ read }) => read !== undefined).length;
  return { help_form: helpForm, columns, pages, failures };
}

function limits({ tool }: ToolSession): Pick<CrawlRequest, 'maxDepth' | 'maxPages'> {
  return { maxDepth: tool.maxDepth, maxPages: tool.maxPages };
}

function crawlFrom(session: ToolSession, before: readonly string[] = []): Promise<CrawlResult> {
  return crawl({ ...limits(session), read: pageReader(session, before), starts: [{ path: [] }] });
}

interface Visible {
  /** The pages as they are by default. */
  readonly plain: CrawlResult;
  /** Those with what only shows with all features on. */
  readonly visible: CrawlResult;
  readonly switches?: FeatureSwitches;
  readonly added?: EnabledSurface;
}

// The pages as they are and those with all features on do not wait for each other.
async function readVisible(session: ToolSession): Promise<Visible> {
  const { features } = session.tool;
  if (features === undefined) {
    const plain = await crawlFrom(session);
    return { plain, visible: plain };
  }
  const [plain, { switches, pass }] = await Promise.all([crawlFrom(session), readEnabled(session, features)]);
  const added = pass && overlay(plain, pass);
  return { plain, visible: added ?? plain, switches, added };
}

async function readEnabled(
  session: ToolSession,
  config: NonNullable<ToolConfig['features']>,
): Promise<{ readonly switches: FeatureSwitches; readonly pass?: CrawlResult }> {
  const switches = await readFeatures(session, config);
  if (switches.enabled.length === 0) return { switches };
  return { switches, pass: await crawlFrom(session, enableArgs(config, switches.enabled)) };
}

interface HiddenRequest extends SurfaceRequest {
  readonly visible: CrawlResult;
  readonly probe?: FlagProbe;
}

async function readHidden({ ports, session, known, visible, probe }: HiddenRequest) {
  const search = { ...limits(session), read: pageReader(session) };
  const sourced = await readSources({ ports, session, tree: visible.tree, search });
  const { readings } = sourced;
  const former = await addHiddenCommands(sourced.tree, {
    ...search,
    paths: probe === undefined ? [] : known.commands.map(({ path }) => path),
    seenIn: 'probe',
    // That an unknown command fails or prints another page is the usual answer, and no failure of this surface.
    proves: provesItself,
  });
  const shown = shownFlags(former.tree, session.tool.helpFlag);
  const listed = readings.flatMap((reading) =>
    unlistedFlags(reading, shown).map((flag) => ({ ...flag, sources: [reading.kind.evidence] })),
  );
  const flags = await findHiddenFlags(listed, formerFlags(known, shown), probe);
  return { tree: former.tree, readings, flags, failures: [...visible.failures, ...sourced.failures] };
}
