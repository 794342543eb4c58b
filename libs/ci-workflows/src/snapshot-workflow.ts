import { proposeJob } from './propose-job';
import { checkout, DEFAULTS, script, setUp, upload, type Step } from './steps';
import type { WorkflowOptions } from './workflow-options';

const IF_WRAPPED = "${{ needs.plan.outputs.wrapper == 'true' }}";
const HANDOVER = '${{ runner.temp }}/handover';

/** Makes the snapshots of a version, each on a machine of its target, and derives everything that follows from them. */
export function snapshotWorkflow(options: WorkflowOptions): object {
  return {
    name: 'Fixpoint snapshot',
    'run-name': 'Snapshot ${{ inputs.version }} in ${{ inputs.root }}',
    on: {
      workflow_dispatch: {
        inputs: {
          root: {
            description: 'The root of the tool',
            type: 'choice',
            options: options.roots,
            required: true,
          },
          version: { description: 'The upstream version', type: 'string', required: true },
        },
      },
    },
    permissions: { contents: 'read' },
    concurrency: {
      group: 'fixpoint-snapshot-${{ inputs.root }}-${{ inputs.version }}',
      'cancel-in-progress': false,
    },
    defaults: DEFAULTS,
    env: { ROOT: '${{ inputs.root }}', VERSION: '${{ inputs.version }}' },
    jobs: {
      plan: planJob(options),
      snapshot: snapshotJob(options),
      derive: deriveJob(options),
      propose: proposeJob(options),
    },
  };
}

function planJob(options: WorkflowOptions): object {
  return {
    name: 'Pin what is fetched',
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 60,
    outputs: {
      matrix: '${{ steps.matrix.outputs.matrix }}',
      wrapper: '${{ steps.matrix.outputs.wrapper }}',
    },
    steps: [
      {
        name: 'Check the version',
        run: script(
          'if ! [[ "$VERSION" =~ ^[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?$ ]]; then',
          '  echo "::error::\\"version\\" has to be a semantic version, such as 1.2.3"',
          '  exit 1',
          'fi',
        ),
      },
      checkout(),
      ...setUp(options),
      {
        name: 'Read the targets',
        id: 'matrix',
        run: script(`${options.command} ci-matrix --root "$ROOT" --format github >> "$GITHUB_OUTPUT"`),
      },
      {
        name: 'Pin the assets of the version',
        if: '${{ contains(steps.matrix.outputs.matrix, \'"acquire":true\') }}',
        env: { GITHUB_TOKEN: '${{ github.token }}' },
        run: script(`${options.command} acquire --root "$ROOT" --version "$VERSION" --pin`),
      },
      {
        name: 'Hand the pins over',
        run: handOver('"$ROOT/RULES.json"', '"$ROOT/artifacts.lock.json"'),
      },
      upload('fixpoint-pins', HANDOVER),
    ],
  };
}

function snapshotJob(options: WorkflowOptions): object {
  return {
    name: 'Snapshot ${{ matrix.target }}',
    needs: 'plan',
    'runs-on': '${{ matrix.runs_on }}',
    'timeout-minutes': 60,
    // A union can do without the others; the required one fails the run.
    'continue-on-error': '${{ !matrix.required }}',
    strategy: { 'fail-fast': false, matrix: { include: '${{ fromJSON(needs.plan.outputs.matrix) }}' } },
    env: { TARGET: '${{ matrix.target }}' },
    steps: [
      checkout(),
      ...setUp(options),
      { uses: 'actions/download-artifact@v4', with: { name: 'fixpoint-pins', path: '.' } },
      {
        name: 'Fetch and verify the executable',
        if: '${{ matrix.acquire }}',
        env: { GITHUB_TOKEN: '${{ github.token }}' },
        run: script(`${options.command} acquire --root "$ROOT" --version "$VERSION" --target "$TARGET"`),
      },
      {
        name: 'Make the snapshot',
        run: script(`${options.command} snapshot --root "$ROOT" --version "$VERSION" --target "$TARGET"`),
      },
      {
        name: 'Hand the snapshot over',
        run: handOver('"$ROOT/snapshots/$VERSION/$TARGET.json"', '"$ROOT/raw_help/$VERSION"'),
      },
      upload('fixpoint-snapshot-${{ matrix.target }}', HANDOVER),
    ],
  };
}

function deriveJob(options: WorkflowOptions): object {
  const derive = (name: string, target: string, isOfVersion = true): Step => ({
    name,
    run: script(`${options.command} ${target} --root "$ROOT"${isOfVersion ? ' --version "$VERSION"' : ''}`),
  });
  return {
    name: 'Derive and validate',
    needs: ['plan', 'snapshot'],
    // Also after a required snapshot failed: what was made is kept, and what is missing is said.
    if: "${{ !cancelled() && needs.plan.result == 'success' }}",
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 30,
    steps: [
      checkout(),
      ...setUp(options),
      { uses: 'actions/download-artifact@v4', with: { name: 'fixpoint-pins', path: '.' } },
      {
        uses: 'actions/download-artifact@v4',
        with: { pattern: 'fixpoint-snapshot-*', path: '.', 'merge-multiple': true },
      },
      derive('Merge the snapshots', 'union'),
      { ...derive('Write the coverage of the wrapper', 'wrapper-coverage', false), if: IF_WRAPPED },
      { ...derive('Report what is missing', 'report'), if: IF_WRAPPED },
      derive('Record the version', 'version-metadata'),
      derive('Compare the versions', 'surface-diff', false),
      derive('Validate', 'validate', false),
      { ...upload('fixpoint-bundle', '${{ inputs.root }}'), if: '${{ always() }}' },
    ],
  };
}

/** Copies files into the directory that is uploaded, below the same paths; what is not there is left out. */
function handOver(...paths: readonly string[]): string {
  return script(
    'mkdir -p "$RUNNER_TEMP/handover"',
    `for path in ${paths.join(' ')}; do`,
    '  [ -e "$path" ] || continue',
    '  mkdir -p "$RUNNER_TEMP/handover/$(dirname "$path")"',
    '  cp -R "$path" "$RUNNER_TEMP/handover/$path"',
    'done',
  );
}
