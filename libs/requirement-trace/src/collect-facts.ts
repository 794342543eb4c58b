import { failure, success, type Finding, type Ports, type Result, type Scope } from '@fixpoint/model';
import { readSpecs, type SpecFacts } from '@fixpoint/spec-document';
import { tracePaths, type TracePaths, type SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand, shellWord } from '@fixpoint/surface-formats';
import { parseConfirmed, type ConfirmedLinks } from './confirmed-links';
import { confirmCommand } from './findings/suspect-findings';
import { readFeatures } from './layers/read-features';
import { readInteractions } from './layers/read-interactions';
import { readMetrics } from './layers/read-metrics';
import { readOperations } from './layers/read-operations';
import { readSources } from './layers/read-sources';
import { unmatchedGlobs } from './layers/unmatched-globs';
import { joinLayers, withPlainNames, type LayerFacts } from './trace-link';

/** What is read for a trace; nothing where none is configured. */
export interface TraceFacts {
  readonly specs?: SpecFacts;
  readonly layers: LayerFacts;
  /** The record of confirmed links, or what is wrong with it. */
  readonly confirmed: Result<ConfirmedLinks>;
  /** Requirements whose links are confirmed by this run. */
  readonly confirm: readonly string[];
}

/** Reads the specs, every layer, and what was confirmed before. */
export async function collectFacts(
  ports: Ports,
  config: SpecsConfig,
  { check, confirm }: Scope,
): Promise<Result<TraceFacts>> {
  const { trace, specs: files } = config;
  const paths = tracePaths(config);
  if (trace === undefined || files === undefined || paths === undefined)
    return success({ layers: joinLayers([]), confirmed: success(new Map()), confirm: [] });
  const specs = await readSpecs(ports, config);
  if (!specs.ok) return specs;
  const { ids } = files;
  const missing = await unmatchedGlobs(ports, trace, config.root);
  const layers = [
    await readSources(ports, trace, ids),
    await readOperations(ports, trace.documents, ids),
    await readInteractions(ports, trace.pacts, ids),
    await readMetrics(ports, trace.metrics, ids),
    await readFeatures(ports, trace.features, ids),
    { links: [], findings: missing },
  ];
  const confirmed = check ? [] : (confirm ?? []);
  return success(
    {
      specs: specs.value,
      layers: withPlainNames(joinLayers(layers)),
      confirmed: confirmed.includes('*')
        ? success(new Map())
        : await readConfirmed(ports, paths, config.root),
      confirm: confirmed,
    },
    specs.findings,
  );
}

/** A record that is gone while the trace is there is no new beginning: every link would pass for confirmed. */
async function readConfirmed(ports: Ports, paths: TracePaths, root: string): Promise<Result<ConfirmedLinks>> {
  const [bytes, trace] = await Promise.all([
    ports.files.readBytes(paths.confirmed),
    ports.files.readBytes(paths.trace),
  ]);
  const place = shellWord(root === '.' ? paths.confirmed : `${root}/${paths.confirmed}`);
  const otherwise = `or look at all links again and run: ${confirmCommand(root, '*')}`;
  const fix = `run: git checkout -- ${place}; ${otherwise}`;
  if (bytes !== undefined) {
    const text = new TextDecoder().decode(bytes);
    // Git refuses to check out what is not merged, unless it is told which side.
    const isConflict = /^<{7} /m.test(text);
    const merged = `run: git checkout --ours -- ${place} && ${fixCommand('trace', { root })}, and confirm what is suspect then; ${otherwise}`;
    return parseConfirmed(paths.confirmed, text, isConflict ? merged : fix);
  }
  return trace === undefined ? success(new Map()) : failure(missingRecord(paths, fix));
}

function missingRecord({ confirmed, trace }: TracePaths, fix: string): Finding {
  return {
    id: 'trace/missing-record',
    severity: 'error',
    message: `${trace} is there and ${confirmed} is not, so nobody knows which links were confirmed`,
    file: confirmed,
    fix,
  };
}
