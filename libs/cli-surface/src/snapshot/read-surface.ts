import { pathKey, type ProbeFailure, type ProbeRecord, type ToolConfig } from '@fixpoint/surface-formats';
import type { KnownSurface } from './committed';
import { readCompletion, unlistedCommands, unlistedFlags, type CompletionReading } from './completion';
import { crawl, type CrawlRequest } from './crawl';
import { overlay, type EnabledSurface } from './enabled-pass';
import { enableArgs, readFeatures, type FeatureSwitches } from './features';
import { flagProbe, type FlagProbe } from './flag-probe';
import { addHiddenCommands } from './hidden-commands';
import { findHiddenFlags, formerFlags, shownFlags } from './hidden-flags';
import { pageReader } from './page-reader';
import type { Surface } from './surface';
import type { CrawlResult } from './surface-tree';
import type { ToolSession } from './tool-session';

/** A surface, or why not even the tool's own page could be read. */
export type SurfaceOutcome =
  | { readonly ok: true; readonly surface: Surface }
  | { readonly ok: false; readonly failure: ProbeFailure };

/**
 * Reads the whole surface of an executable: its pages, its features, its completion script, and what it hides.
 *
 * @param known what committed snapshots of the same target have: what the probe asks for
 */
export async function readSurface(session: ToolSession, known: KnownSurface): Promise<SurfaceOutcome> {
  const { tool } = session;
  const [{ visible, switches, added }, completion] = await Promise.all([
    readVisible(session),
    tool.completion && readCompletion(session, tool.completion),
  ]);
  const root = visible.tree.get(pathKey([]))?.read;
  if (root === undefined) return { ok: false, failure: visible.failures[0] as ProbeFailure };
  const probe = tool.probeFlags ? flagProbe(session) : undefined;
  const hidden = await readHidden({ session, known, visible, completion, probe });
  const record: ProbeRecord = {
    dialect: root.page.dialect,
    ...callRecord(tool, hidden),
    completion: completion?.record,
    flag_probe: probe === undefined ? 'off' : await probe.status(),
  };
  const { tree, flags: hiddenFlags } = hidden;
  return {
    ok: true,
    surface: {
      tree,
      hiddenFlags,
      features: switches,
      added,
      completionScript: completion?.script,
      probe: record,
    },
  };
}

function callRecord(
  { helpForm, columns }: ToolConfig,
  { tree, failures }: CrawlResult,
): Omit<ProbeRecord, 'dialect' | 'completion' | 'flag_probe'> {
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
  readonly visible: CrawlResult;
  readonly switches?: FeatureSwitches;
  readonly added?: EnabledSurface;
}

// The pages as they are and those with all features on do not wait for each other.
async function readVisible(session: ToolSession): Promise<Visible> {
  const { features } = session.tool;
  if (features === undefined) return { visible: await crawlFrom(session) };
  const [visible, { switches, pass }] = await Promise.all([
    crawlFrom(session),
    readEnabled(session, features),
  ]);
  const added = pass && overlay(visible, pass);
  return { visible: added ?? visible, switches, added };
}

async function readEnabled(
  session: ToolSession,
  config: NonNullable<ToolConfig['features']>,
): Promise<{ readonly switches: FeatureSwitches; readonly pass?: CrawlResult }> {
  const switches = await readFeatures(session, config);
  if (switches.enabled.length === 0) return { switches };
  return { switches, pass: await crawlFrom(session, enableArgs(config, switches.enabled)) };
}

interface HiddenRequest {
  readonly session: ToolSession;
  readonly known: KnownSurface;
  readonly visible: CrawlResult;
  readonly completion?: CompletionReading;
  readonly probe?: FlagProbe;
}

async function readHidden({ session, known, visible, completion, probe }: HiddenRequest) {
  const search = { ...limits(session), read: pageReader(session) };
  const script = completion?.surface;
  const listed = await addHiddenCommands(visible.tree, {
    ...search,
    paths: script === undefined ? [] : unlistedCommands(script, visible.tree),
    seenIn: 'completion',
    proves: () => true,
  });
  const former = await addHiddenCommands(listed.tree, {
    ...search,
    paths: probe === undefined ? [] : known.commands.map(({ path }) => path),
    seenIn: 'probe',
    // That an unknown command fails or prints another page is the usual answer, and no failure of this surface.
    proves: ({ listed, read }) => listed !== undefined || read?.page.usagePath !== undefined,
  });
  const shown = shownFlags(former.tree, session.tool.helpFlag);
  const flags = await findHiddenFlags(
    script === undefined ? [] : unlistedFlags(script, shown),
    formerFlags(known, shown),
    probe,
  );
  return { tree: former.tree, flags, failures: [...visible.failures, ...listed.failures] };
}
