import {
  BAKE,
  COVERAGE,
  EVIDENCE,
  HISTORY,
  METADATA,
  REPORTS,
  ROOT,
  RULES,
  SNAPSHOT,
  UNION,
  WRAPPER,
  WRAPPER_COVERAGE,
} from '../workspace/demo';
import type { E2eWorkspace } from '../workspace/e2e-workspace';

/** What Nx says a task's hash is made of. */
interface Inputs {
  readonly files: readonly string[];
  /** Files that another task of the same run writes. */
  readonly depOutputs?: readonly string[];
  readonly runtime?: readonly string[];
  readonly environment: readonly string[];
  readonly external: readonly string[];
}

const WRAPPER_FILES = [BAKE, COVERAGE, `${WRAPPER}/project.json`];
const REPORT_FILES = ['coverage.all.json', 'coverage.any.json', 'coverage.here.json', 'work-queue.md'].map(
  (name) => `${REPORTS}/${name}`,
);
const PAGES = ['commands/bake/help.txt', 'commands/sell/help.txt', 'help.txt'].map(
  (page) => `${ROOT}/raw_help/1.0.0/here/${page}`,
);
const CLOCK = 'SOURCE_DATE_EPOCH';
const FINGERPRINT = `node node_modules/@fixpoint/nx/dist/fixpoint.js fingerprint --root "${ROOT}"`;

const EXPECTED: Readonly<Record<string, Partial<Inputs>>> = {
  snapshot: {
    files: [RULES, SNAPSHOT],
    depOutputs: [WRAPPER_COVERAGE],
    runtime: [FINGERPRINT],
    environment: [CLOCK],
  },
  union: { files: [RULES, UNION], depOutputs: [SNAPSHOT, ...PAGES], environment: [CLOCK] },
  'wrapper-coverage': { files: [RULES, WRAPPER_COVERAGE, ...WRAPPER_FILES], environment: [CLOCK] },
  report: {
    files: [RULES, EVIDENCE, ...REPORT_FILES, ...WRAPPER_FILES],
    depOutputs: [UNION, WRAPPER_COVERAGE],
    environment: [CLOCK],
  },
  'surface-diff': {
    files: [RULES, ...HISTORY],
    depOutputs: [UNION, WRAPPER_COVERAGE, EVIDENCE, ...REPORT_FILES.filter((file) => file.endsWith('.json'))],
  },
  validate: {
    files: [
      RULES,
      SNAPSHOT,
      UNION,
      WRAPPER_COVERAGE,
      EVIDENCE,
      ...REPORT_FILES,
      ...HISTORY,
      METADATA,
      ...WRAPPER_FILES,
    ],
  },
};

/** Every file class is in the hash of what follows from it, and no file that does not matter. */
export function hashing(workspace: E2eWorkspace): void {
  it.each(Object.entries(EXPECTED))(
    '%s by exactly what it reads (traps 10, 13, 14) [FP-NX-004]',
    async (target, expected) => {
      workspace.write('README.md', 'Hello\n');
      workspace.write(`${ROOT}/README.md`, 'Hello\n');
      const { output } = await workspace.nx(['show', 'target', 'inputs', `demo:${target}`, '--json']);
      const inputs = JSON.parse(output.slice(output.indexOf('{'))) as Inputs;
      const { files = [], depOutputs = [], runtime = [], environment = [] } = expected;
      expect({
        files: inputs.files.filter((file) => file !== '.gitignore' && file !== 'nx.json').sort(),
        depOutputs: [...(inputs.depOutputs ?? [])].sort(),
        runtime: inputs.runtime ?? [],
        environment: inputs.environment.filter((name) => !name.startsWith('NX_')),
        external: inputs.external,
      }).toEqual({
        files: [...files].sort(),
        depOutputs: [...depOutputs].sort(),
        runtime,
        environment,
        external: ['AllExternalDependencies'],
      });
    },
  );
}
