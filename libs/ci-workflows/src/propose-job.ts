import { checkout, script } from './steps';
import type { WorkflowOptions } from './workflow-options';

const TOKEN = '${{ secrets.FIXPOINT_TOKEN || github.token }}';

/** Opens a pull request with what was derived, where the repository permits it, and says what to do where it does not. */
export function proposeJob({ baseBranch }: WorkflowOptions): object {
  return {
    name: 'Propose the change',
    // A required snapshot that failed is no success, even where an older one could stand in for it.
    needs: ['snapshot', 'derive'],
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 15,
    permissions: { contents: 'write', 'pull-requests': 'write' },
    steps: [
      checkout({ ref: baseBranch }),
      {
        uses: 'actions/download-artifact@v4',
        with: { name: 'fixpoint-bundle', path: '${{ inputs.root }}' },
      },
      {
        name: 'Open a pull request',
        env: {
          GH_TOKEN: TOKEN,
          BASE: baseBranch,
          REMOTE: '${{ github.server_url }}/${{ github.repository }}.git',
        },
        run: proposal(),
      },
    ],
  };
}

function proposal(): string {
  return script(
    'not_permitted() {',
    '  echo "::warning::No pull request: $1. The artifact fixpoint-bundle of this run holds the files of $ROOT"',
    '  {',
    '    echo "### No pull request: $1"',
    '    echo "The artifact \\`fixpoint-bundle\\` of this run holds the files of \\`$ROOT\\`: unpack it there and commit."',
    '    echo "To have pull requests opened, allow GitHub Actions to create them (Settings, Actions, General),"',
    '    echo "or set the secret \\`FIXPOINT_TOKEN\\` to a token that may write contents and pull requests."',
    '  } >> "$GITHUB_STEP_SUMMARY"',
    '  exit 0',
    '}',
    'if [ -z "$GH_TOKEN" ]; then not_permitted "there is no token"; fi',
    'branch="fixpoint/${ROOT//\\//-}-$VERSION"',
    'git switch --quiet --create "$branch"',
    'git add -- "$ROOT"',
    'if git diff --cached --quiet; then',
    '  echo "::notice::$VERSION of $ROOT changes nothing"',
    '  exit 0',
    'fi',
    'git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \\',
    '  commit --quiet --message "Add $VERSION to $ROOT"',
    "credentials=$(printf 'x-access-token:%s' \"$GH_TOKEN\" | base64 | tr -d '\\n')",
    'echo "::add-mask::$credentials"',
    'if ! git -c "http.extraheader=Authorization: Basic $credentials" push --quiet --force "$REMOTE" "HEAD:refs/heads/$branch"; then',
    '  not_permitted "the token may not push to $branch"',
    'fi',
    'if [ "$(gh pr list --head "$branch" --state open --json number --jq length)" != 0 ]; then',
    '  echo "::notice::The pull request of $branch was brought up to date"',
    '  exit 0',
    'fi',
    'if ! gh pr create --base "$BASE" --head "$branch" --title "Add $VERSION to $ROOT" \\',
    '  --body "The snapshots of $VERSION and everything that follows from them."; then',
    '  not_permitted "the token may not open one; the branch $branch is pushed"',
    'fi',
  );
}
