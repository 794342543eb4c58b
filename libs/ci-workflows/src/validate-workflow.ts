import { checkout, DEFAULTS, script, setUp } from './steps';
import type { WorkflowOptions } from './workflow-options';

/** The gate: fails whatever would commit artifacts that do not follow from their sources. */
export function validateWorkflow(options: WorkflowOptions): object {
  return {
    name: 'Fixpoint validate',
    on: { push: { branches: [options.baseBranch] }, pull_request: {}, merge_group: {} },
    permissions: { contents: 'read' },
    concurrency: {
      group: 'fixpoint-validate-${{ github.ref }}',
      'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
    },
    defaults: DEFAULTS,
    jobs: {
      validate: {
        name: 'Validate committed artifacts',
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 30,
        env: { ROOTS: `${options.roots.join('\n')}\n` },
        steps: [
          checkout({ 'fetch-depth': 0 }),
          {
            name: 'Look for committed artifacts',
            id: 'artifacts',
            run: script(
              'count=0',
              'while IFS= read -r root; do',
              '  if [ -n "$root" ] && [ -n "$(git ls-files -- "$root/snapshots")" ]; then count=$((count + 1)); fi',
              'done <<< "$ROOTS"',
              'echo "count=$count" >> "$GITHUB_OUTPUT"',
              'if [ "$count" = 0 ]; then echo "::notice::No root has committed artifacts yet: nothing is validated"; fi',
            ),
          },
          ...setUp(options).map((step) => ({ ...step, if: "${{ steps.artifacts.outputs.count != '0' }}" })),
          {
            name: 'Validate what is affected',
            if: "${{ steps.artifacts.outputs.count != '0' }}",
            env: {
              BASE: '${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha || github.event.before }}',
            },
            run: script(
              '# The first push of a branch, and one that rewrites it, have no base that is known here.',
              'if git cat-file -e "$BASE^{commit}" 2> /dev/null; then',
              `  ${options.nx} affected -t validate --base="$BASE" --head=HEAD`,
              'else',
              `  ${options.nx} run-many -t validate`,
              'fi',
            ),
          },
        ],
      },
    },
  };
}
