import { isOutsideGlob, plainGlob, readMatching, ToolError, type Finding, type Ports } from '@fixpoint/model';
import type { TraceConfig, TraceLayer } from '@fixpoint/spec-formats';

const LAYERS: readonly TraceLayer[] = ['code', 'tests', 'documents', 'pacts', 'metrics', 'features'];

/** Globs that somebody has written and that match nothing: a layer that is not there must not pass for one without links. */
export async function unmatchedGlobs(ports: Ports, trace: TraceConfig, root: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const layer of LAYERS.filter((name) => !trace.byDefault?.includes(name))) {
    const globs = globsOf(trace, layer);
    const excluded = globs.filter((glob) => glob.startsWith('!'));
    for (const glob of globs.filter((candidate) => !candidate.startsWith('!')))
      if (!(await matches(ports, [glob, ...excluded]))) findings.push(noFiles(layer, glob, root));
  }
  return findings;
}

function globsOf(trace: TraceConfig, layer: TraceLayer): readonly string[] {
  return layer === 'code' || layer === 'tests' ? trace[layer].files : trace[layer];
}

/** Names are enough where the root can list them; what lies outside has to be read. */
async function matches(ports: Ports, globs: readonly string[]): Promise<boolean> {
  const isOutside = globs.some(isOutsideGlob);
  try {
    return (
      (isOutside ? await readMatching(ports, globs) : await ports.files.list(globs.map(plainGlob))).length > 0
    );
  } catch (error) {
    // What is refused is there; that it cannot be read is told where it is read.
    if (error instanceof ToolError) return true;
    throw error;
  }
}

function noFiles(layer: TraceLayer, glob: string, root: string): Finding {
  return {
    id: 'trace/no-files',
    severity: 'error',
    message: `no file matches ${glob} of "trace.${layer}"`,
    file: '.',
    path: `/trace/${layer}`,
    actual: glob,
    fix: `correct the glob in "trace.${layer}" of ${root}, or remove it`,
  };
}
