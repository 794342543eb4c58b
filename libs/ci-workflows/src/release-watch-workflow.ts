import { checkout, DEFAULTS, script, setUp } from './steps';
import type { WorkflowOptions } from './workflow-options';

/** Looks for new upstream versions and starts a snapshot of the newest. */
export function releaseWatchWorkflow(options: WorkflowOptions): object {
  return {
    name: 'Fixpoint release watch',
    on: {
      schedule: [{ cron: options.schedule }],
      workflow_dispatch: {
        inputs: {
          prereleases: { description: 'Look for prereleases as well', type: 'boolean', default: false },
        },
      },
    },
    permissions: { contents: 'read' },
    concurrency: { group: 'fixpoint-release-watch', 'cancel-in-progress': false },
    defaults: DEFAULTS,
    jobs: {
      watch: {
        name: 'Watch ${{ matrix.root }}',
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 15,
        permissions: { actions: 'write', contents: 'read', 'pull-requests': 'read' },
        strategy: { 'fail-fast': false, matrix: { root: options.roots } },
        env: { ROOT: '${{ matrix.root }}' },
        steps: [
          checkout(),
          ...setUp(options),
          {
            name: 'Ask upstream for newer versions',
            id: 'watch',
            env: {
              GITHUB_TOKEN: '${{ github.token }}',
              PRERELEASES: "${{ inputs.prereleases && '--prereleases' || '' }}",
            },
            run: script(
              `${options.command} release-watch --root "$ROOT" \${PRERELEASES:+"$PRERELEASES"} --format github >> "$GITHUB_OUTPUT"`,
            ),
          },
          {
            name: 'Start the snapshot of the newest version',
            if: "${{ steps.watch.outputs.has_new == 'true' }}",
            env: {
              GH_TOKEN: '${{ github.token }}',
              VERSION: '${{ steps.watch.outputs.newest }}',
              REF: '${{ github.ref_name }}',
            },
            run: script(
              'branch="fixpoint/${ROOT//\\//-}-$VERSION"',
              'proposed=$(gh pr list --state all --head "$branch" --json number --jq length)',
              'if [ "$proposed" != 0 ]; then',
              '  echo "::notice::$VERSION of $ROOT has a pull request already"',
              '  exit 0',
              'fi',
              'gh workflow run fixpoint-snapshot.yml --ref "$REF" --field root="$ROOT" --field version="$VERSION"',
              'echo "Started the snapshot of $VERSION in $ROOT" >> "$GITHUB_STEP_SUMMARY"',
            ),
          },
        ],
      },
    },
  };
}
